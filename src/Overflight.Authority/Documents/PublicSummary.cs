using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A summary of a programme that was given to the public.</summary>
public sealed record PublicSummary : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "summary";

    /// <summary>Id of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The time that it is of.</summary>
    public required TimeWindow Period { get; init; }

    /// <summary>When it was published.</summary>
    public required UtcInstant PublishedAt { get; init; }
}
