using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>One task within a programme, which sorties are flown for.</summary>
public sealed record Operation : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "operation";

    /// <summary>Id of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The class of what is watched; never a person.</summary>
    public required string TargetClass { get; init; }

    /// <summary>Ids of the designations that it refers to; none where it rests on none.</summary>
    public IReadOnlyList<string> Designations { get; init => field = value ?? []; } = [];

    /// <summary>Ids of the instruments that its sorties can rest on.</summary>
    public IReadOnlyList<string> Instruments { get; init => field = value ?? []; } = [];
}
