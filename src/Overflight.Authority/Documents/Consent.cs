using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A State's special authorisation for pilotless aircraft to fly over its territory (Chicago Convention, art. 8).</summary>
public sealed record Consent : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "consent";

    /// <summary>The State, ISO 3166 alpha-3.</summary>
    public required string State { get; init; }

    /// <summary>The authority that gave it.</summary>
    public required string Authority { get; init; }

    /// <summary>Its own reference.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was asked for.</summary>
    public required UtcInstant RequestedAt { get; init; }

    /// <summary>When it was given; null while it is only asked for.</summary>
    public UtcInstant? GivenAt { get; init; }

    /// <summary>When it is valid.</summary>
    public required TimeWindow Validity { get; init; }

    /// <summary>Under what conditions.</summary>
    public required ConsentConditions Conditions { get; init; }

    /// <summary>When it was withdrawn; null where it stands.</summary>
    public UtcInstant? RevokedAt { get; init; }

    /// <summary>Days before the flight that the State wants to be asked; the profile's where null.</summary>
    public double? LeadTimeDays { get; init; }
}
