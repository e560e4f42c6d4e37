namespace Overflight.Misb.Sets.St0601;

// Numbers from tag 64 on.
public sealed partial class St0601Packet
{
    /// <summary>Tag 64: Platform Magnetic Heading, degrees, 0 to 360.</summary>
    public double? PlatformMagneticHeading { get => Number(64); set => Assign(64, value); }

    /// <summary>Tag 67: Alternate Platform Latitude, degrees, -90 to 90.</summary>
    public double? AlternatePlatformLatitude { get => Number(67); set => Assign(67, value); }

    /// <summary>Tag 68: Alternate Platform Longitude, degrees, -180 to 180.</summary>
    public double? AlternatePlatformLongitude { get => Number(68); set => Assign(68, value); }

    /// <summary>Tag 69: Alternate Platform Altitude, metres, -900 to 19000.</summary>
    public double? AlternatePlatformAltitude { get => Number(69); set => Assign(69, value); }

    /// <summary>Tag 71: Alternate Platform Heading, degrees, 0 to 360.</summary>
    public double? AlternatePlatformHeading { get => Number(71); set => Assign(71, value); }

    /// <summary>Tag 75: Sensor Ellipsoid Height, metres, -900 to 19000.</summary>
    public double? SensorEllipsoidHeight { get => Number(75); set => Assign(75, value); }

    /// <summary>Tag 76: Alternate Platform Ellipsoid Height, metres, -900 to 19000.</summary>
    public double? AlternatePlatformEllipsoidHeight { get => Number(76); set => Assign(76, value); }

    /// <summary>Tag 78: Frame Center Height Above Ellipsoid, metres, -900 to 19000.</summary>
    public double? FrameCenterHeightAboveEllipsoid { get => Number(78); set => Assign(78, value); }

    /// <summary>Tag 79: Sensor North Velocity, metres per second, -327 to 327.</summary>
    public double? SensorNorthVelocity { get => Number(79); set => Assign(79, value); }

    /// <summary>Tag 80: Sensor East Velocity, metres per second, -327 to 327.</summary>
    public double? SensorEastVelocity { get => Number(80); set => Assign(80, value); }

    /// <summary>Tag 82: Corner Latitude Point 1 (Full), degrees, -90 to 90.</summary>
    public double? CornerLatitudePoint1Full { get => Number(82); set => Assign(82, value); }

    /// <summary>Tag 83: Corner Longitude Point 1 (Full), degrees, -180 to 180.</summary>
    public double? CornerLongitudePoint1Full { get => Number(83); set => Assign(83, value); }

    /// <summary>Tag 84: Corner Latitude Point 2 (Full), degrees, -90 to 90.</summary>
    public double? CornerLatitudePoint2Full { get => Number(84); set => Assign(84, value); }

    /// <summary>Tag 85: Corner Longitude Point 2 (Full), degrees, -180 to 180.</summary>
    public double? CornerLongitudePoint2Full { get => Number(85); set => Assign(85, value); }

    /// <summary>Tag 86: Corner Latitude Point 3 (Full), degrees, -90 to 90.</summary>
    public double? CornerLatitudePoint3Full { get => Number(86); set => Assign(86, value); }

    /// <summary>Tag 87: Corner Longitude Point 3 (Full), degrees, -180 to 180.</summary>
    public double? CornerLongitudePoint3Full { get => Number(87); set => Assign(87, value); }

    /// <summary>Tag 88: Corner Latitude Point 4 (Full), degrees, -90 to 90.</summary>
    public double? CornerLatitudePoint4Full { get => Number(88); set => Assign(88, value); }

    /// <summary>Tag 89: Corner Longitude Point 4 (Full), degrees, -180 to 180.</summary>
    public double? CornerLongitudePoint4Full { get => Number(89); set => Assign(89, value); }

    /// <summary>Tag 90: Platform Pitch Angle (Full), degrees, -90 to 90.</summary>
    public double? PlatformPitchAngleFull { get => Number(90); set => Assign(90, value); }

    /// <summary>Tag 91: Platform Roll Angle (Full), degrees, -90 to 90.</summary>
    public double? PlatformRollAngleFull { get => Number(91); set => Assign(91, value); }

    /// <summary>Tag 92: Platform Angle of Attack (Full), degrees, -90 to 90.</summary>
    public double? PlatformAngleOfAttackFull { get => Number(92); set => Assign(92, value); }

    /// <summary>Tag 93: Platform Sideslip Angle (Full), degrees, -180 to 180.</summary>
    public double? PlatformSideslipAngleFull { get => Number(93); set => Assign(93, value); }

    /// <summary>Tag 96: Target Width Extended, metres, 0 to 1500000.</summary>
    public double? TargetWidthExtended { get => Number(96); set => Assign(96, value); }

    /// <summary>Tag 103: Density Altitude Extended, metres, -900 to 40000.</summary>
    public double? DensityAltitudeExtended { get => Number(103); set => Assign(103, value); }

    /// <summary>Tag 104: Sensor Ellipsoid Height Extended, metres, -900 to 40000.</summary>
    public double? SensorEllipsoidHeightExtended { get => Number(104); set => Assign(104, value); }

    /// <summary>Tag 105: Alternate Platform Ellipsoid Height Extended, metres, -900 to 40000.</summary>
    public double? AlternatePlatformEllipsoidHeightExtended { get => Number(105); set => Assign(105, value); }

    /// <summary>Tag 109: Range To Recovery Location, kilometres, 0 to 21000.</summary>
    public double? RangeToRecoveryLocation { get => Number(109); set => Assign(109, value); }

    /// <summary>Tag 112: Platform Course Angle, degrees, 0 to 360.</summary>
    public double? PlatformCourseAngle { get => Number(112); set => Assign(112, value); }

    /// <summary>Tag 113: Altitude AGL, metres, -900 to 40000.</summary>
    public double? AltitudeAboveGroundLevel { get => Number(113); set => Assign(113, value); }

    /// <summary>Tag 114: Radar Altimeter, metres, -900 to 40000.</summary>
    public double? RadarAltimeter { get => Number(114); set => Assign(114, value); }

    /// <summary>Tag 117: Sensor Azimuth Rate, degrees per second, -1000 to 1000.</summary>
    public double? SensorAzimuthRate { get => Number(117); set => Assign(117, value); }

    /// <summary>Tag 118: Sensor Elevation Rate, degrees per second, -1000 to 1000.</summary>
    public double? SensorElevationRate { get => Number(118); set => Assign(118, value); }

    /// <summary>Tag 119: Sensor Roll Rate, degrees per second, -1000 to 1000.</summary>
    public double? SensorRollRate { get => Number(119); set => Assign(119, value); }

    /// <summary>Tag 120: On-board MI Storage Percent Full, per cent, 0 to 100.</summary>
    public double? OnBoardStoragePercentFull { get => Number(120); set => Assign(120, value); }

    /// <summary>Tag 132: Transmission Frequency, megahertz, 1 to 99999.</summary>
    public double? TransmissionFrequency { get => Number(132); set => Assign(132, value); }

    /// <summary>Tag 134: Zoom Percentage, per cent, 0 to 100.</summary>
    public double? ZoomPercentage { get => Number(134); set => Assign(134, value); }
}
