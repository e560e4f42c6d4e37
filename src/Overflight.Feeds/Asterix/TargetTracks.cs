using System.Globalization;
using Overflight.Tracks;

namespace Overflight.Feeds.Asterix;

/// <summary>
/// Whose track a report belongs to: by its 24-bit address; without one, by the address that its track number had
/// before; without that, by the number itself, which trackers give to another target once a track has ended.
/// </summary>
internal sealed class TargetTracks(ReadSession session)
{
    /// <summary>After a silence this long a track number is taken to be another target's.</summary>
    public const int SilenceSeconds = 60;

    private const int MostNumbers = 1 << 16;
    private readonly Dictionary<(int Category, int DataSource, int Number), Numbered> _numbers = [];

    /// <summary>The report's track, or null where another aircraft was asked for. It must have an address or a track number.</summary>
    public OpenTrack? Of(int category, in TargetReport report, long time)
    {
        var hasAddress = report.Address > 0;
        if (report.TrackNumber < 0)
            return session.Tracks.Of(new AircraftAddress((uint)report.Address, report.IsIcaoAddress));
        var key = (category, report.DataSource, report.TrackNumber);
        if (!_numbers.TryGetValue(key, out var numbered) || report.TrackBegins || Math.Abs(time - numbered.LastHeard) > SilenceSeconds * 1_000_000L || numbered.HasEnded)
        {
            if (_numbers.Count >= MostNumbers)
                _numbers.Clear();
            _numbers[key] = numbered = new Numbered { Use = (numbered?.Use ?? 0) + 1 };
        }
        numbered.LastHeard = time;
        numbered.HasEnded = report.TrackEnds;
        if (hasAddress)
            return numbered.Track = session.Tracks.Of(new AircraftAddress((uint)report.Address, report.IsIcaoAddress));
        return numbered.Track ??= session.Tracks.Of(Name(key, numbered.Use));
    }

    private static string Name((int Category, int DataSource, int Number) key, int use) => string.Create(
        CultureInfo.InvariantCulture,
        $"track {key.DataSource >> 8 & 0xff}/{key.DataSource & 0xff}/{key.Number}{(use > 1 ? $" ({use})" : "")}");

    /// <summary>One use of a track number.</summary>
    private sealed class Numbered
    {
        public int Use;
        public long LastHeard;
        public bool HasEnded;
        public OpenTrack? Track;
    }
}
