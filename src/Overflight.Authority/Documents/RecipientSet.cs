using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>A list of offices that notices go to; versioned, as offices change.</summary>
public sealed record RecipientSet : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "recipients";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The offices, and the class of content that each may see.</summary>
    public required IReadOnlyList<Recipient> Offices { get; init; }
}
