using Overflight.Airspace;
using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Map;

/// <summary>What lies under a track: States' areas, their lines, the graticule.</summary>
internal sealed class MapGround(MarkupWriter markup, MapFrame frame, AirspaceIndex index)
{
    private const double ThinningUnits = 0.8;

    /// <summary>Areas, graticule and lines.</summary>
    public void Write(TerritoryGrid territory, string? principal)
    {
        markup.Void("path", ("class", "territory"), ("d", territory.Area(null)));
        if (principal is not null && territory.Area(principal) is { Length: > 0 } area)
            markup.Void("path", ("class", "territory principal"), ("d", area));
        markup.Void("path", ("class", "graticule"), ("d", Graticule()));
        foreach (var group in BoundaryLines.InBox(index, frame.South, frame.North, frame.West, frame.East, ThinningUnits * frame.DegreesPerUnit)
                     .GroupBy(l => Style(l.Kind)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var data = string.Concat(group.Select(l => PathData.Of(frame, l.Points)));
            if (data.Length > 0)
                markup.Void("path", ("class", $"line {group.Key}"), ("d", data));
        }
    }

    /// <summary>Degrees at the window's left and lower edge.</summary>
    public IEnumerable<(bool IsParallel, double Degrees)> Steps()
    {
        var step = NiceStep.OfDegrees(Math.Max(frame.North - frame.South, (frame.East - frame.West) * 0.6));
        for (var latitude = Math.Ceiling(frame.South / step) * step; latitude <= frame.North; latitude += step)
            if (Math.Abs(latitude) <= 90)
                yield return (true, latitude);
        for (var longitude = Math.Ceiling(frame.West / step) * step; longitude <= frame.East; longitude += step)
            yield return (false, longitude);
    }

    private string Graticule() => string.Concat(Steps().Select(s => s.IsParallel
        ? $"M0 {MarkupWriter.Number(frame.At(s.Degrees, frame.MiddleLongitude).Y)}H{MarkupWriter.Number(MapFrame.Width)}"
        : $"M{MarkupWriter.Number(frame.At(frame.MiddleLatitude, s.Degrees).X)} 0V{MarkupWriter.Number(frame.Height)}"));

    private static string Style(EdgeKind kind) => kind switch
    {
        EdgeKind.Land => "land",
        EdgeKind.TwelveNauticalMiles => "sea",
        EdgeKind.AgreedSea => "agreed",
        _ => "other",
    };
}
