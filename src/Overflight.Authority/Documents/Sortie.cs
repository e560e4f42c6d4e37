using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>A planned flight of one aircraft.</summary>
public sealed record Sortie : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "sortie";

    /// <summary>Id of the operation that it is flown for.</summary>
    public required string Operation { get; init; }

    /// <summary>Id of the one instrument that it rests on; null where it rests on none.</summary>
    public string? Instrument { get; init; }

    /// <summary>The aircraft.</summary>
    public required SortieAircraft Aircraft { get; init; }

    /// <summary>All that it carries. A weapon is refused.</summary>
    public required IReadOnlyList<PayloadItem> Payload { get; init; }

    /// <summary>What the flight is for, in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Codes of the purpose; exactly one is the primary purpose.</summary>
    public required IReadOnlyList<string> PurposeCodes { get; init; }

    /// <summary>The route.</summary>
    public required PlannedRoute Route { get; init; }

    /// <summary>Places that it can divert to, in an emergency or without its link.</summary>
    public IReadOnlyList<Diversion> Diversions { get; init => field = value ?? []; } = [];

    /// <summary>Who is to do what, and when.</summary>
    public required SortieConduct Conduct { get; init; }

    /// <summary>What becomes of what is collected.</summary>
    public required DataHandling Data { get; init; }
}
