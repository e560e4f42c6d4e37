namespace Overflight.Designations.Keeping;

/// <summary>Where the date of a list version came from.</summary>
public enum ListDateOrigin
{
    /// <summary>Who imported it said so.</summary>
    Given,

    /// <summary>The list states it: <c>DateOfIssue</c>, <c>dateGenerated</c>.</summary>
    Stated,
}
