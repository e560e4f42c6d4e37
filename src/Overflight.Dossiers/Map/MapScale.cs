using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Map;

/// <summary>The scale at a map's lower left.</summary>
internal static class MapScale
{
    private const double PartOfWidth = 0.2;

    public static void Write(MarkupWriter markup, MapFrame frame)
    {
        var metres = NiceStep.AtMost(PartOfWidth * MapFrame.Width * frame.MetresPerUnit);
        var width = 100 * metres / frame.MetresPerUnit / MapFrame.Width;
        using (markup.Element("svg", ("class", "furniture"), ("x", "12"), ("y", "100%"), ("overflow", "visible"), ("width", "100%")))
        {
            markup.Void("rect", ("class", "scale"), ("x", "0"), ("y", "-16"), ("width", MarkupWriter.Percent(width)), ("height", "4"));
            markup.Leaf("text", $"{Wording.Distance(metres).Replace(".0 ", " ", StringComparison.Ordinal)} · {Wording.NauticalMiles(metres)}", ("class", "degrees"), ("x", "0"), ("y", "-22"));
        }
    }
}
