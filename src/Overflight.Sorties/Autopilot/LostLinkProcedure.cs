using Overflight.Sorties.Routes;

namespace Overflight.Sorties.Autopilot;

/// <summary>What an aircraft does without its link: it circles, climbs, flies a route, goes home and lands.</summary>
public sealed record LostLinkProcedure
{
    /// <summary>Silence after which the link counts as lost, seconds.</summary>
    public double DetectSeconds { get; init; } = 5;

    /// <summary>How long it circles where it is before anything else.</summary>
    public double LoiterSeconds { get; init; } = 120;

    /// <summary>The altitude above mean sea level that it then takes, if it is higher; absent: none.</summary>
    public double? ClimbToMetres { get; init; }

    /// <summary>The route that it then flies; absent: straight home.</summary>
    public Route? Route { get; init; }

    /// <summary>What it does when the link is back.</summary>
    public LinkRegainedAction WhenRegained { get; init; } = LinkRegainedAction.Resume;
}
