namespace Overflight.Planning.Tasks;

/// <summary>Another way to do the same, to be set beside the first.</summary>
public sealed record TaskAlternative
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Registrations that are not sent.</summary>
    public IReadOnlyList<string> Without { get; init => field = value ?? []; } = [];

    /// <summary>Hours that go from one operation to another.</summary>
    public IReadOnlyList<MovedHours> Move { get; init => field = value ?? []; } = [];

    /// <summary>Whether no State is entered, consent or not.</summary>
    public bool StandOffOnly { get; init; }
}
