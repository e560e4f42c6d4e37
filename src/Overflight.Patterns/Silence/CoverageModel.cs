using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Silence;

/// <summary>
/// Where and when a data set hears aircraft, learned from all of them: for each piece of air and hour, the time that they were
/// heard there and the time that they must have been there in silence. Thread-safe.
/// </summary>
public sealed class CoverageModel
{
    /// <summary>Fixes farther apart leave a silence between them, seconds.</summary>
    public const double SilenceSeconds = 90;

    private const double LongestLearnedSeconds = 1_800;
    private const double StepSeconds = 30;

    private readonly Dictionary<CoverageKey, CoverageCell> _cells = [];
    private readonly Lock _lock = new();

    /// <summary>Pieces of air and time that anything is known of.</summary>
    public int Cells => _cells.Count;

    /// <summary>Learns from a flight.</summary>
    public void Learn(PreparedFlight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var own = OwnOf(flight);
        var aircraft = NumberOf(flight);
        lock (_lock)
            foreach (var (key, seconds) in own)
            {
                ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_cells, key, out _);
                cell.HeardSeconds += seconds.Heard;
                cell.SilentSeconds += seconds.Silent;
                cell.Note(aircraft);
            }
    }

    /// <summary>What was heard of others on a way, in the hour before, during and after.</summary>
    /// <returns>Seconds heard and silent, and how many others in the piece of air with the most.</returns>
    internal (double Heard, double Silent, int Others) Around(IEnumerable<(GeoPoint Place, float Feet, UtcInstant Time)> way, Dictionary<CoverageKey, (float Heard, float Silent)> own, int aircraft)
    {
        var (heard, silent, others) = (0.0, 0.0, 0);
        var seen = new HashSet<CoverageKey>();
        foreach (var (place, feet, time) in way)
        {
            var here = CoverageKey.Of(place, feet, time);
            for (var hour = here.Hour - 1; hour <= here.Hour + 1; hour++)
            {
                var key = here with { Hour = hour };
                if (!seen.Add(key) || !_cells.TryGetValue(key, out var cell))
                    continue;
                var mine = own.GetValueOrDefault(key);
                heard += Math.Max(0, cell.HeardSeconds - mine.Heard);
                silent += Math.Max(0, cell.SilentSeconds - mine.Silent);
                others = Math.Max(others, cell.AircraftBut(aircraft));
            }
        }
        return (heard, silent, others);
    }

    /// <summary>What a flight itself adds.</summary>
    internal static Dictionary<CoverageKey, (float Heard, float Silent)> OwnOf(PreparedFlight flight)
    {
        var own = new Dictionary<CoverageKey, (float Heard, float Silent)>();
        var feet = Altitudes.Of(flight);
        for (var i = 0; i + 1 < flight.Count; i++)
        {
            var seconds = flight.SecondsAfter(i);
            if (seconds is <= 0 or > LongestLearnedSeconds)
                continue;
            if (seconds <= SilenceSeconds)
            {
                var key = CoverageKey.Of(flight.PositionAt(i), feet[i], flight.TimeAt(i));
                var (heard, silent) = own.GetValueOrDefault(key);
                own[key] = (heard + (float)seconds, silent);
                continue;
            }
            foreach (var (place, level, time) in Way(flight, feet, i))
            {
                var key = CoverageKey.Of(place, level, time);
                var (heard, silent) = own.GetValueOrDefault(key);
                own[key] = (heard, silent + (float)StepSeconds);
            }
        }
        return own;
    }

    /// <summary>The straight way through a silence, a place every half minute.</summary>
    internal static IEnumerable<(GeoPoint Place, float Feet, UtcInstant Time)> Way(PreparedFlight flight, float[] feet, int leg)
    {
        var (from, to, seconds) = (flight.PositionAt(leg), flight.PositionAt(leg + 1), flight.SecondsAfter(leg));
        var line = GeodesicLine.Between(from, to);
        for (var t = 0.5 * StepSeconds; t < seconds; t += StepSeconds)
        {
            var share = t / seconds;
            yield return (line.PointAt(share * line.DistanceMetres), (float)(feet[leg] + share * (feet[leg + 1] - feet[leg])), flight.TimeAt(leg).AddSeconds(t));
        }
    }

    /// <summary>Never 0, which stands for none.</summary>
    internal static int NumberOf(PreparedFlight flight)
    {
        var number = string.GetHashCode(flight.Track.Aircraft.Id, StringComparison.Ordinal);
        return number == 0 ? 1 : number;
    }
}
