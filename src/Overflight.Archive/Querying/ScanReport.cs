namespace Overflight.Archive.Querying;

/// <summary>What answering a query took, and what stood in its way.</summary>
public sealed record ScanReport
{
    /// <summary>Data files in the archive.</summary>
    public int Files { get; internal set; }

    /// <summary>Files that could not be passed over by what the manifest says of them.</summary>
    public int FilesOpened { get; internal set; }

    /// <summary>Row groups of which something was read.</summary>
    public int RowGroupsRead { get; internal set; }

    /// <summary>Fixes in these row groups.</summary>
    public long FixesLookedAt { get; internal set; }

    /// <summary>Files whose part of the answer was worked out when they were written, so that nothing of them was read.</summary>
    public int FilesPrepared { get; internal set; }

    /// <summary>Prepared answers that are missing or not as they were written, each with what showed it; the fixes were looked at instead.</summary>
    public IReadOnlyDictionary<string, string> DamagedPresences { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Fixes left out because an altitude was asked for and they have none.</summary>
    public long WithoutAltitude { get; internal set; }

    /// <summary>Files that are missing or not as they were written, each with what showed it; the answer lacks what was in them.</summary>
    public IReadOnlyDictionary<string, string> Damaged { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Whether everything that was to be read could be.</summary>
    public bool IsComplete => Damaged.Count == 0;

    /// <summary>Both scans of one answer.</summary>
    internal ScanReport With(ScanReport other) => new()
    {
        Files = Math.Max(Files, other.Files),
        FilesOpened = Math.Max(FilesOpened, other.FilesOpened),
        RowGroupsRead = RowGroupsRead + other.RowGroupsRead,
        FixesLookedAt = FixesLookedAt + other.FixesLookedAt,
        WithoutAltitude = Math.Max(WithoutAltitude, other.WithoutAltitude),
        Damaged = Damaged.Concat(other.Damaged).GroupBy(d => d.Key).ToDictionary(d => d.Key, d => d.First().Value),
    };
}
