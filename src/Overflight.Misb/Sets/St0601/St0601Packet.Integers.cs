namespace Overflight.Misb.Sets.St0601;

// Whole numbers, enumerations and flags. Null where there is no such item.
public sealed partial class St0601Packet
{
    /// <summary>Tag 2: Precision Time Stamp, microseconds.</summary>
    public ulong? PrecisionTimeStamp { get => Unsigned(2); set => Assign(2, value); }

    /// <summary>Tag 34: Icing Detected, as numbered by the standard.</summary>
    public ulong? IcingDetected { get => Unsigned(34); set => Assign(34, value); }

    /// <summary>Tag 47: Generic Flag Data, a bit each.</summary>
    public ulong? GenericFlagData { get => Unsigned(47); set => Assign(47, value); }

    /// <summary>Tag 63: Sensor Field of View Name, as numbered by the standard.</summary>
    public ulong? SensorFieldOfViewName { get => Unsigned(63); set => Assign(63, value); }

    /// <summary>Tag 65: UAS Datalink LS Version Number.</summary>
    public ulong? VersionNumber { get => Unsigned(65); set => Assign(65, value); }

    /// <summary>Tag 72: Event Start Time, microseconds.</summary>
    public ulong? EventStartTime { get => Unsigned(72); set => Assign(72, value); }

    /// <summary>Tag 77: Operational Mode, as numbered by the standard.</summary>
    public ulong? OperationalMode { get => Unsigned(77); set => Assign(77, value); }

    /// <summary>Tag 110: Time Airborne, seconds.</summary>
    public ulong? TimeAirborne { get => Unsigned(110); set => Assign(110, value); }

    /// <summary>Tag 111: Propulsion Unit Speed, revolutions per minute.</summary>
    public ulong? PropulsionUnitSpeed { get => Unsigned(111); set => Assign(111, value); }

    /// <summary>Tag 123: Number of NAVSATs in View.</summary>
    public ulong? NumberOfNavigationSatellitesInView { get => Unsigned(123); set => Assign(123, value); }

    /// <summary>Tag 124: Positioning Method Source, a bit each.</summary>
    public ulong? PositioningMethodSource { get => Unsigned(124); set => Assign(124, value); }

    /// <summary>Tag 125: Platform Status, as numbered by the standard.</summary>
    public ulong? PlatformStatus { get => Unsigned(125); set => Assign(125, value); }

    /// <summary>Tag 126: Sensor Control Mode, as numbered by the standard.</summary>
    public ulong? SensorControlMode { get => Unsigned(126); set => Assign(126, value); }

    /// <summary>Tag 131: Take-off Time, microseconds.</summary>
    public ulong? TakeOffTime { get => Unsigned(131); set => Assign(131, value); }

    /// <summary>Tag 133: On-board MI Storage Capacity, gigabytes.</summary>
    public ulong? OnBoardStorageCapacity { get => Unsigned(133); set => Assign(133, value); }

    /// <summary>Tag 136: Leap Seconds, seconds.</summary>
    public long? LeapSeconds { get => Signed(136); set => Assign(136, value); }

    /// <summary>Tag 137: Correction Offset, microseconds.</summary>
    public long? CorrectionOffset { get => Signed(137); set => Assign(137, value); }
}
