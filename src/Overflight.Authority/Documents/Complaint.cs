using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A complaint about a programme, and what became of it. Who complained is not in it.</summary>
public sealed record Complaint : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "complaint";

    /// <summary>Id of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>When it came.</summary>
    public required UtcInstant ReceivedAt { get; init; }

    /// <summary>The class of what it is about, such as <c>noise</c>, <c>privacy</c>, <c>airspace</c>; never a person.</summary>
    public required string SubjectClass { get; init; }

    /// <summary>The office that decides it.</summary>
    public required string HandledBy { get; init; }

    /// <summary>What came of it, such as <c>upheld</c>, <c>dismissed</c>; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it was decided; null while it is open.</summary>
    public UtcInstant? DecidedAt { get; init; }
}
