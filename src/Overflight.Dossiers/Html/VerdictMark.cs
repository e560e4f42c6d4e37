using Overflight.Airspace;

namespace Overflight.Dossiers.Html;

/// <summary>The small shape that stands beside an answer: filled, hatched or open, so that colour is never alone.</summary>
internal static class VerdictMark
{
    public static string Style(AirspaceVerdictKind kind) => kind switch
    {
        AirspaceVerdictKind.Entered => "inside",
        AirspaceVerdictKind.CannotBeRuledOut => "possible",
        _ => "outside",
    };

    public static void Write(MarkupWriter markup, AirspaceVerdictKind kind)
    {
        using (markup.Element("svg", ("class", $"sign {Style(kind)}"), ("viewBox", "0 0 12 12"), ("width", "12"), ("height", "12"), ("aria-hidden", "true")))
        {
            markup.Void("rect", ("x", "1"), ("y", "1"), ("width", "10"), ("height", "10"), ("rx", "2"));
            if (kind == AirspaceVerdictKind.CannotBeRuledOut)
                markup.Void("path", ("d", "M2 7L7 2M3 10L10 3M7 10.5L10.5 7"));
        }
    }
}
