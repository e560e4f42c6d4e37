using Overflight.Record.Leaves;

namespace Overflight.Record.Packaging;

/// <summary>What is to go into an evidence package.</summary>
public sealed record EvidenceContent
{
    /// <summary>The entries' indexes.</summary>
    public required IReadOnlyCollection<long> Entries { get; init; }

    /// <summary>The policy's bytes; null writes one with the log's own keys and no witness.</summary>
    public byte[]? Policy { get; init; }

    /// <summary>Disclosures that the log has not published, handed to the package's receiver.</summary>
    public IReadOnlyList<DisclosureFile> Disclosures { get; init; } = [];

    /// <summary>Files that the leaves tell of, by path; each must have the length and hash of one.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>When the package is made.</summary>
    public required DateTimeOffset Made { get; init; }
}
