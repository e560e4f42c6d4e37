namespace Overflight.Misb.Sets.St1204;

/// <summary>How an identifier of a device was made (ST 1204).</summary>
public enum MiisIdKind
{
    /// <summary>There is none.</summary>
    None,
    /// <summary>Given out by a managing body.</summary>
    Managed,
    /// <summary>Made when the imagery was processed.</summary>
    Virtual,
    /// <summary>Belongs to the device itself.</summary>
    Physical,
}
