using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>Something that was collected: a film, a picture, a file.</summary>
public sealed record DataProduct
{
    /// <summary>SHA-256 of it, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its class; null while nobody gave it one.</summary>
    public string? DataClass { get; init; }

    /// <summary>For footage: <c>investigatory-file</c>, <c>investigation</c> or <c>factual-inquiry</c> (Castañares v. Superior Court, 2023); null where it is none or nobody said.</summary>
    public string? FootageClass { get; init; }

    /// <summary>Whether people who have nothing to do with it are in it.</summary>
    public bool Bystanders { get; init; }

    /// <summary>Whether it was collected by the way.</summary>
    public bool Incidental { get; init; }

    /// <summary>When it must have been looked at.</summary>
    public UtcInstant? EvaluateBy { get; init; }

    /// <summary>When it was looked at.</summary>
    public UtcInstant? EvaluatedAt { get; init; }

    /// <summary>When it must be gone.</summary>
    public UtcInstant? DeleteBy { get; init; }

    /// <summary>When it was deleted.</summary>
    public UtcInstant? DeletedAt { get; init; }

    /// <summary>Index of the record's leaf that says so.</summary>
    public long? TombstoneLeaf { get; init; }

    /// <summary>The office that holds it beyond its time, such as a court; null where none does.</summary>
    public string? HeldBy { get; init; }
}
