namespace Overflight.Misb.Sets.St0601;

// Texts. Null where there is no such item.
public sealed partial class St0601Packet
{
    /// <summary>Tag 3: Mission ID.</summary>
    public string? MissionId { get => Text(3); set => Assign(3, value); }

    /// <summary>Tag 4: Platform Tail Number.</summary>
    public string? PlatformTailNumber { get => Text(4); set => Assign(4, value); }

    /// <summary>Tag 10: Platform Designation.</summary>
    public string? PlatformDesignation { get => Text(10); set => Assign(10, value); }

    /// <summary>Tag 11: Image Source Sensor.</summary>
    public string? ImageSourceSensor { get => Text(11); set => Assign(11, value); }

    /// <summary>Tag 12: Image Coordinate System.</summary>
    public string? ImageCoordinateSystem { get => Text(12); set => Assign(12, value); }

    /// <summary>Tag 59: Platform Call Sign.</summary>
    public string? PlatformCallSign { get => Text(59); set => Assign(59, value); }

    /// <summary>Tag 70: Alternate Platform Name.</summary>
    public string? AlternatePlatformName { get => Text(70); set => Assign(70, value); }

    /// <summary>Tag 106: Stream Designator.</summary>
    public string? StreamDesignator { get => Text(106); set => Assign(106, value); }

    /// <summary>Tag 107: Operational Base.</summary>
    public string? OperationalBase { get => Text(107); set => Assign(107, value); }

    /// <summary>Tag 108: Broadcast Source.</summary>
    public string? BroadcastSource { get => Text(108); set => Assign(108, value); }

    /// <summary>Tag 129: Target ID.</summary>
    public string? TargetId { get => Text(129); set => Assign(129, value); }

    /// <summary>Tag 135: Communications Method.</summary>
    public string? CommunicationsMethod { get => Text(135); set => Assign(135, value); }
}
