namespace Overflight.Feeds;

/// <summary>What came of reading one input.</summary>
public sealed class ReadReport
{
    /// <summary>The input's name: a path, or <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    /// <summary>The format recognised, or null.</summary>
    public required TrackFormat? Format { get; init; }

    /// <summary>Bytes read from the input, as they lie there (compressed, where they are).</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of those bytes, lower-case hex; empty when not asked for, or when the input could not be read to its end.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Fixes handed on.</summary>
    public required long FixesRead { get; init; }

    /// <summary>Records not handed on, for any reason, harmless ones (a stale repeat, no position) included.</summary>
    public required long Rejected { get; init; }

    /// <summary><see cref="Rejected"/> by kind, for example <c>latitude-out-of-range</c>; the kinds are listed in <c>docs/formats.md</c>.</summary>
    public required IReadOnlyDictionary<string, long> RejectedByKind { get; init; }

    /// <summary>The first 20 problems of each kind in the order met; the rest are only counted.</summary>
    public required IReadOnlyList<ReadProblem> Problems { get; init; }

    /// <summary>False when anything in the input could not be read: it is damaged, cut short or of no known format.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What a reader of the results should know: assumptions made, repeats dropped, columns recognised.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
