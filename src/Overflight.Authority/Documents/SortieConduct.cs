namespace Overflight.Authority.Documents;

/// <summary>Who does what when: planned, or as it was.</summary>
public sealed record SortieConduct
{
    /// <summary>When sensors are on.</summary>
    public IReadOnlyList<SensorUse> Sensors { get; init => field = value ?? []; } = [];

    /// <summary>Who has control; together the whole flight.</summary>
    public IReadOnlyList<ControlInterval> Control { get; init => field = value ?? []; } = [];

    /// <summary>Who else takes part.</summary>
    public IReadOnlyList<PartySession> Sessions { get; init => field = value ?? []; } = [];
}
