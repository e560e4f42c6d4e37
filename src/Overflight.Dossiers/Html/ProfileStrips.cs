using System.Globalization;
using System.Text;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>Altitude, speed and distance to the border, one above the other on the time of the verdict bars.</summary>
internal sealed class ProfileStrips(MarkupWriter markup, AirspaceIndex index, PreparedFlight flight, TimeAxis axis)
{
    // A distance costs some microseconds; more samples than this cannot be told apart in print.
    private const int MostDistances = 300;
    private const double LongestTurnSeconds = 30;

    public void Write(AirspaceVerdict? verdict, bool withTurns)
    {
        using (markup.Element("div", ("class", "timed strips")))
        {
            var altitude = Series.Of(Enumerable.Range(0, flight.Count).Select(i => (flight.TimeAt(i), Altitude(i))), axis);
            Strip("Altitude", "ft", altitude, Math.Min(0, altitude.Least), top => Wording.Text($"{top:#,0} ft · {top * SiUnits.MetresPerFoot:#,0} m"), null);
            var speed = Series.Of(Enumerable.Range(0, flight.Count).Select(i => (flight.TimeAt(i), (double)flight.Track.GroundSpeedsKnots[flight.IndexInTrack(i)])), axis);
            Strip("Ground speed", "kt", speed, 0, top => Wording.Text($"{top:#,0} kt · {top * 1.852:#,0} km/h"), null);
            if (withTurns)
            {
                var turns = Series.Of(Enumerable.Range(0, flight.Count).Select(i => (flight.TimeAt(i), TurnRate(i))), axis);
                if (!turns.IsEmpty)
                    Strip("Turn rate", "°/s", turns, Math.Min(0, turns.Least), rate => Wording.Text($"{Math.Abs(rate):0.0}°/s {(rate < 0 ? "left" : "right")}"), null);
            }
            if (verdict is not null && index.Region(verdict.Airspace) is { } region)
            {
                var step = Math.Max(1, (flight.Count + MostDistances - 1) / MostDistances);
                var distance = Series.Of(Sampled(step, verdict).Select(i => (flight.TimeAt(i), region.DistanceTo(flight.PositionAt(i)).SignedMetres / 1000)), axis, GapOf(step));
                Strip($"Depth in {Countries.Airspace(verdict.Airspace)}", "km", distance, Math.Min(0, distance.Least), DistanceLabel, new PresenceTimeline(verdict));
            }
            axis.WriteLabels(markup);
        }
        var depth = verdict is null ? "" : " Depth is counted from the mapped line (dashed): above it inside, below it outside, on a scale of square roots so that places near the line can be told apart.";
        markup.Leaf("p", $"Left blank where nothing was received for over a minute. Altitudes are pressure altitudes where received, else geometric.{depth}", ("class", "note"));
    }

    /// <summary>Degrees a second, positive to the right, by the tracks reported at this fix and the one before; fixes too far apart do not tell.</summary>
    private double TurnRate(int i)
    {
        if (i == 0 || flight.SecondsAfter(i - 1) is <= 0 or > LongestTurnSeconds)
            return double.NaN;
        var tracks = flight.Track.TrackAnglesDegrees;
        return Math.IEEERemainder(tracks[flight.IndexInTrack(i)] - tracks[flight.IndexInTrack(i - 1)], 360) / flight.SecondsAfter(i - 1);
    }

    private double Altitude(int i)
    {
        var at = flight.IndexInTrack(i);
        var barometric = flight.Track.BarometricAltitudesFeet[at];
        return float.IsNaN(barometric) ? flight.Track.GeometricAltitudesFeet[at] : barometric;
    }

    /// <summary>Every so many fixes, those that decide, and both ends of each gap.</summary>
    private IEnumerable<int> Sampled(int step, AirspaceVerdict verdict)
    {
        var deciding = verdict.DecidedBy.Select(f => f.Fix).ToHashSet();
        for (var i = 0; i < flight.Count; i++)
            if (i % step == 0 || i == flight.Count - 1 || deciding.Contains(flight.IndexInTrack(i))
                || (step < 20 && (flight.SecondsAfter(i) > TrackStretch.GapSeconds || (i > 0 && flight.SecondsAfter(i - 1) > TrackStretch.GapSeconds))))
                yield return i;
    }

    private double GapOf(int step) => step == 1 ? TrackStretch.GapSeconds
        : Math.Max(TrackStretch.GapSeconds, 4 * step * axis.End.SecondsSince(axis.Start) / flight.Count);

    private static string DistanceLabel(double km) =>
        $"{Wording.DistanceInBoth(Math.Abs(km) * 1000)} {(km < 0 ? "outside" : "inside")}";

    private void Strip(string name, string unit, Series series, double bottom, Func<double, string> label, PresenceTimeline? presence)
    {
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                markup.Leaf("b", name);
                markup.Leaf("span", Range(series, label), ("class", "value"), ("data-unit", unit), ("data-rest", Range(series, label)));
            }
            using (markup.Element("svg", ("class", "plot strip"), ("role", "img"), ("aria-label", Summary(name, series, label)), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                axis.WriteGrid(markup);
                if (!series.IsEmpty)
                    Lines(series, bottom, presence);
            }
        }
        markup.Line();
    }

    private void Lines(Series series, double bottom, PresenceTimeline? presence)
    {
        var isRoot = presence is not null;
        var (least, greatest) = (Scaled(bottom, isRoot), Scaled(Math.Max(isRoot ? 0 : 1, series.Greatest), isRoot));
        var margin = Math.Max(1e-3, 0.1 * (greatest - least));
        var (low, high) = (least < 0 ? least - margin : least, greatest + margin);
        using (markup.Element("svg", ("viewBox", "0 0 1000 100"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%"), ("data-low", Value(low)), ("data-high", Value(high)), ("data-scale", isRoot ? "root" : "even")))
        {
            if (low < 0)
                markup.Void("path", ("class", "zero"), ("d", $"M0 {MarkupWriter.Number(Y(0, low, high))}H1000"));
            foreach (var run in series.Runs)
                foreach (var (style, points) in Coloured(run, presence))
                    markup.Void("polyline", ("class", $"curve {style}"), ("points", Points(points, low, high, isRoot)));
        }
    }

    private static IEnumerable<(string Style, List<(UtcInstant Time, double Value)> Points)> Coloured(IReadOnlyList<(UtcInstant Time, double Value)> run, PresenceTimeline? presence)
    {
        if (presence is null)
        {
            yield return ("plain", [.. run]);
            yield break;
        }
        List<(UtcInstant Time, double Value)> part = [];
        var current = presence.At(run[0].Time);
        foreach (var point in run)
        {
            var what = presence.At(point.Time);
            part.Add(point);
            if (what == current)
                continue;
            yield return (current.ToString().ToLowerInvariant(), part);
            (part, current) = ([point], what);
        }
        yield return (current.ToString().ToLowerInvariant(), part);
    }

    private string Points(List<(UtcInstant Time, double Value)> points, double low, double high, bool isRoot)
    {
        var text = new StringBuilder();
        // A run of one is drawn as a dot, by a line to itself.
        foreach (var (time, value) in points.Count == 1 ? [points[0], points[0]] : points)
            text.Append(CultureInfo.InvariantCulture, $"{axis.At(time) * 10:0.#},{Y(Scaled(value, isRoot), low, high):0.##} ");
        return text.ToString().TrimEnd();
    }

    /// <summary>Roots for distances, so that both the line's neighbourhood and the farthest place can be read.</summary>
    private static double Scaled(double value, bool isRoot) => isRoot ? Math.CopySign(Math.Sqrt(Math.Abs(value)), value) : value;

    private static double Y(double value, double low, double high) => 100 * (high - value) / (high - low);

    private static string Value(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Range(Series series, Func<double, string> label) =>
        series.IsEmpty ? "not in the data" : series.Least < 0 ? $"{label(series.Greatest)} to {label(series.Least)}" : $"up to {label(series.Greatest)}";

    private static string Summary(string name, Series series, Func<double, string> label) =>
        series.IsEmpty ? $"{name}: not in the data" : $"{name}: from {label(series.Least)} to {label(series.Greatest)}";
}
