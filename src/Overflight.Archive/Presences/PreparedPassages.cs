using Overflight.Airspace;
using Overflight.Archive.Querying;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Presences;

/// <summary>Answers a query for the passages through one State's airspace, whole files at a time, from what was worked out when they were written.</summary>
internal sealed class PreparedPassages(ArchiveLayout layout, FixQuery query)
{
    private readonly AirspaceRegion? _state = StateOf(query);

    /// <summary>Presence files that could not be used, each with what was wrong.</summary>
    public SortedDictionary<string, string> Damaged { get; } = new(StringComparer.Ordinal);

    /// <summary>The passages of a file, or null where the file itself must be read.</summary>
    public List<Passage>? Of(DataFile file)
    {
        if (_state is null || file.Presence is not { } presence || presence.SetSha256 != _state.SetSha256
            || file.FirstTime < (query.From?.Microseconds ?? long.MinValue) || file.LastTime > (query.To?.Microseconds ?? long.MaxValue))
            return null;
        try
        {
            return PresenceFiles.Read(layout, presence, _state.Name);
        }
        catch (DamagedFileException error)
        {
            Damaged.Add(presence.Name, error.Message);
            return null;
        }
    }

    /// <summary>The State, where its airspace, and perhaps a time, is all that is asked.</summary>
    private static AirspaceRegion? StateOf(FixQuery query) =>
        query is { Areas: [RegionArea { Regions: [{ SetSha256.Length: > 0 } state] }], MinimumAltitudeFeet: null, MaximumAltitudeFeet: null, Aircraft: null, AnyOf: null, Callsign: null, Squawk: null }
            ? state
            : null;
}
