namespace Overflight.Misb.Diagnosis;

/// <summary>One thing that is wrong with a stream, with what shows it and what it does.</summary>
/// <param name="Id">Its name for machines, such as <c>angles-earth-referenced</c>; docs/diagnosis.md lists them.</param>
/// <param name="Grade">How much it matters.</param>
/// <param name="Title">What is wrong, in a sentence.</param>
/// <param name="Evidence">What shows it, with numbers.</param>
public sealed record Finding(string Id, FindingGrade Grade, string Title, string Evidence)
{
    /// <summary>How many packets, pictures or places show it.</summary>
    public long Count { get; init; }

    /// <summary>Of how many that could.</summary>
    public long Of { get; init; }

    /// <summary>The first of them: bytes from the start of the file; null where it is about the whole.</summary>
    public long? FirstOffset { get; init; }

    /// <summary>The PID; null where it is about none.</summary>
    public int? Pid { get; init; }

    /// <summary>The item's tag in its set; null where it is about none.</summary>
    public ulong? Tag { get; init; }

    /// <summary>What it does to a reader, in words; null where that cannot be said.</summary>
    public string? Effect { get; init; }

    /// <summary>The size of the effect; NaN where it has none.</summary>
    public double EffectSize { get; init; } = double.NaN;

    /// <summary>The unit of the size: m, deg, s, packets.</summary>
    public string EffectUnit { get; init; } = "";

    /// <summary>How the stream is to be read right; null where it cannot be.</summary>
    public string? CorrectedReading { get; init; }

    /// <summary>Whether a repair can put it right in a copy.</summary>
    public bool CanRepair { get; init; }
}
