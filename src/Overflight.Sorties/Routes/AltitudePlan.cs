namespace Overflight.Sorties.Routes;

/// <summary>When a leg's altitude is made.</summary>
public enum AltitudePlan
{
    /// <summary>From the leg's start, as fast as it climbs or descends.</summary>
    AtOnce,

    /// <summary>As late as reaches it at the leg's end.</summary>
    ByEnd,
}
