using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Map;

/// <summary>
/// Writing on a map. It stands outside the drawing's own scale, placed by parts of the whole, so that it keeps its size
/// on a narrow screen; what is marked wide is left out there.
/// </summary>
internal sealed class MapLabels(MarkupWriter markup, MapFrame frame)
{
    // On a narrow screen the drawing shrinks to a third and writing does not.
    private const double LeastRadiusOnNarrow = 32;

    private readonly LabelPlaces _places = new(MapFrame.Width, frame.Height - 40);

    public void KeepFree(double x, double y, double reach) => _places.Take(x, y, reach);

    /// <summary>A label beside a mark, as far from it on every screen.</summary>
    public void Beside(double x, double y, string text, string style)
    {
        if (_places.Beside(x, y, text) is var (left, baseline, anchor))
            markup.Leaf(
                "text", text, ("class", style), ("text-anchor", anchor), ("x", Across(x)), ("y", Down(y)),
                ("dx", MarkupWriter.Number(left - x)), ("dy", MarkupWriter.Number(baseline - y)));
    }

    /// <summary>
    /// A State's name where there is room; its code where there is less, and on narrow screens. Where claims overlap, all who claim.
    /// </summary>
    public void States(IReadOnlyList<string> codes, double x, double y, double radius)
    {
        var name = codes.Count == 1 ? Countries.Label(codes[0]) : $"claims of {string.Join(", ", codes)}";
        var code = string.Join('/', codes);
        if (radius < 9)
            return;
        foreach (var (dy, isName) in new[] { (0.0, true), (0.35, true), (-0.35, true), (0.7, true), (-0.7, true), (0, false), (0.5, false), (-0.5, false) })
        {
            var text = isName ? name : code;
            if ((isName && name.Length * 3.6 > radius * 2.2) || !_places.TryCentre(x, y + dy * radius, text))
                continue;
            var fitsNarrow = radius > LeastRadiusOnNarrow;
            Text(x, y + dy * radius + 4, text, isName || !fitsNarrow ? "state wide" : "state", "middle");
            if (isName && fitsNarrow)
                Text(x, y + dy * radius + 4, code, "state narrow", "middle");
            return;
        }
    }

    /// <summary>Degrees along the edges.</summary>
    public void Degrees(IEnumerable<(bool IsParallel, double Degrees)> steps)
    {
        foreach (var (isParallel, degrees) in steps)
        {
            if (isParallel && frame.At(degrees, frame.MiddleLongitude).Y is var y && y > 24 && y < frame.Height - 64)
                Text(MapFrame.Width - 8, y - 4, Coordinate(degrees, 'N', 'S'), "degrees wide", "end");
            else if (!isParallel && frame.At(frame.MiddleLatitude, degrees).X is var x && x > 24 && x < MapFrame.Width - 80)
                Text(x + 5, 16, Coordinate(MapFrame.Near(degrees, 0), 'E', 'W'), "degrees wide", "start");
        }
    }

    private void Text(double x, double y, string text, string style, string anchor) => markup.Leaf(
        "text", text, ("class", style), ("text-anchor", anchor),
        ("x", Across(x)), ("y", Down(y)));

    private static string Across(double x) => MarkupWriter.Percent(100 * x / MapFrame.Width);

    private string Down(double y) => MarkupWriter.Percent(100 * y / frame.Height);

    private static string Coordinate(double degrees, char positive, char negative) =>
        Wording.Text($"{Math.Abs(degrees):0.##}°{(Math.Abs(degrees) < 1e-9 ? "" : degrees < 0 ? negative : positive)}");
}
