using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St0601;

/// <summary>Tags of one value from 96 on: extended ranges, mission, communications, storage.</summary>
internal static class ExtendedItems
{
    public static ItemDefinition[] All { get; } =
    [
        Imapb(96, "Target Width Extended", 0, 1_500_000, 3, "m"),
        Set(97, "Range Image Local Set", () => St1002.St1002Set.Definition),
        Set(98, "Geo-Registration Local Set", () => St1601.St1601Set.Definition),
        Set(99, "Composite Imaging Local Set", () => St1602.St1602Set.Definition),
        Set(100, "Segment Local Set", () => St0601Set.Definition).Many(),
        Set(101, "Amend Local Set", () => St0601Set.Definition).Many(),
        Sdcc(102, "SDCC-FLP").Many(),
        Imapb(103, "Density Altitude Extended", -900, 40_000, 3, "m"),
        Imapb(104, "Sensor Ellipsoid Height Extended", -900, 40_000, 3, "m"),
        Imapb(105, "Alternate Platform Ellipsoid Height Extended", -900, 40_000, 3, "m"),
        Utf8(106, "Stream Designator"),
        Utf8(107, "Operational Base"),
        Utf8(108, "Broadcast Source"),
        Imapb(109, "Range To Recovery Location", 0, 21_000, 3, "km"),
        UpTo(110, "Time Airborne", 4, "s"),
        UpTo(111, "Propulsion Unit Speed", 4, "rpm"),
        Imapb(112, "Platform Course Angle", 0, 360, 2, "deg"),
        Imapb(113, "Altitude AGL", -900, 40_000, 3, "m"),
        Imapb(114, "Radar Altimeter", -900, 40_000, 3, "m"),
        Imapb(117, "Sensor Azimuth Rate", -1000, 1000, 3, "deg/s"),
        Imapb(118, "Sensor Elevation Rate", -1000, 1000, 3, "deg/s"),
        Imapb(119, "Sensor Roll Rate", -1000, 1000, 3, "deg/s"),
        Imapb(120, "On-board MI Storage Percent Full", 0, 100, 2, "%"),
        Unsigned(123, "Number of NAVSATs in View", 1),
        Flags(124, "Positioning Method Source", "on-board INS", "GPS", "Galileo", "QZSS", "NAVIC", "GLONASS", "BeiDou-1", "BeiDou-2"),
        Enumeration(125, "Platform Status", "active", "pre-flight", "pre-flight taxiing", "run-up", "take-off", "ingress", "manual operation", "automated orbit", "transitioning", "egress", "landing", "landed taxiing", "landed parked"),
        Enumeration(126, "Sensor Control Mode", "off", "home position", "uncontrolled", "manual control", "calibrating", "auto holding position", "auto tracking"),
        Utf8(129, "Target ID"),
        UpTo(131, "Take-off Time", 8, "us"),
        Imapb(132, "Transmission Frequency", 1, 99_999, 3, "MHz"),
        UpTo(133, "On-board MI Storage Capacity", 4, "GB"),
        Imapb(134, "Zoom Percentage", 0, 100, 2, "%"),
        Utf8(135, "Communications Method"),
        IntegerUpTo(136, "Leap Seconds", 4, "s"),
        IntegerUpTo(137, "Correction Offset", 8, "us"),
    ];
}
