namespace Overflight.Misb.Sets.St0601;

// Numbers of tags 5 to 58. Null where there is no such item or its code stands for no number.
public sealed partial class St0601Packet
{
    /// <summary>Tag 5: Platform Heading Angle, degrees, 0 to 360.</summary>
    public double? PlatformHeadingAngle { get => Number(5); set => Assign(5, value); }

    /// <summary>Tag 6: Platform Pitch Angle, degrees, -20 to 20.</summary>
    public double? PlatformPitchAngle { get => Number(6); set => Assign(6, value); }

    /// <summary>Tag 7: Platform Roll Angle, degrees, -50 to 50.</summary>
    public double? PlatformRollAngle { get => Number(7); set => Assign(7, value); }

    /// <summary>Tag 8: Platform True Airspeed, metres per second, 0 to 255.</summary>
    public double? PlatformTrueAirspeed { get => Number(8); set => Assign(8, value); }

    /// <summary>Tag 9: Platform Indicated Airspeed, metres per second, 0 to 255.</summary>
    public double? PlatformIndicatedAirspeed { get => Number(9); set => Assign(9, value); }

    /// <summary>Tag 13: Sensor Latitude, degrees, -90 to 90.</summary>
    public double? SensorLatitude { get => Number(13); set => Assign(13, value); }

    /// <summary>Tag 14: Sensor Longitude, degrees, -180 to 180.</summary>
    public double? SensorLongitude { get => Number(14); set => Assign(14, value); }

    /// <summary>Tag 15: Sensor True Altitude, metres, -900 to 19000.</summary>
    public double? SensorTrueAltitude { get => Number(15); set => Assign(15, value); }

    /// <summary>Tag 16: Sensor Horizontal Field of View, degrees, 0 to 180.</summary>
    public double? SensorHorizontalFieldOfView { get => Number(16); set => Assign(16, value); }

    /// <summary>Tag 17: Sensor Vertical Field of View, degrees, 0 to 180.</summary>
    public double? SensorVerticalFieldOfView { get => Number(17); set => Assign(17, value); }

    /// <summary>Tag 18: Sensor Relative Azimuth Angle, degrees, 0 to 360.</summary>
    public double? SensorRelativeAzimuthAngle { get => Number(18); set => Assign(18, value); }

    /// <summary>Tag 19: Sensor Relative Elevation Angle, degrees, -180 to 180.</summary>
    public double? SensorRelativeElevationAngle { get => Number(19); set => Assign(19, value); }

    /// <summary>Tag 20: Sensor Relative Roll Angle, degrees, 0 to 360.</summary>
    public double? SensorRelativeRollAngle { get => Number(20); set => Assign(20, value); }

    /// <summary>Tag 21: Slant Range, metres, 0 to 5000000.</summary>
    public double? SlantRange { get => Number(21); set => Assign(21, value); }

    /// <summary>Tag 22: Target Width, metres, 0 to 10000.</summary>
    public double? TargetWidth { get => Number(22); set => Assign(22, value); }

    /// <summary>Tag 23: Frame Center Latitude, degrees, -90 to 90.</summary>
    public double? FrameCenterLatitude { get => Number(23); set => Assign(23, value); }

    /// <summary>Tag 24: Frame Center Longitude, degrees, -180 to 180.</summary>
    public double? FrameCenterLongitude { get => Number(24); set => Assign(24, value); }

    /// <summary>Tag 25: Frame Center Elevation, metres, -900 to 19000.</summary>
    public double? FrameCenterElevation { get => Number(25); set => Assign(25, value); }

    /// <summary>Tag 26: Offset Corner Latitude Point 1, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLatitudePoint1 { get => Number(26); set => Assign(26, value); }

    /// <summary>Tag 27: Offset Corner Longitude Point 1, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLongitudePoint1 { get => Number(27); set => Assign(27, value); }

    /// <summary>Tag 28: Offset Corner Latitude Point 2, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLatitudePoint2 { get => Number(28); set => Assign(28, value); }

    /// <summary>Tag 29: Offset Corner Longitude Point 2, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLongitudePoint2 { get => Number(29); set => Assign(29, value); }

    /// <summary>Tag 30: Offset Corner Latitude Point 3, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLatitudePoint3 { get => Number(30); set => Assign(30, value); }

    /// <summary>Tag 31: Offset Corner Longitude Point 3, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLongitudePoint3 { get => Number(31); set => Assign(31, value); }

    /// <summary>Tag 32: Offset Corner Latitude Point 4, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLatitudePoint4 { get => Number(32); set => Assign(32, value); }

    /// <summary>Tag 33: Offset Corner Longitude Point 4, degrees, -0.075 to 0.075.</summary>
    public double? OffsetCornerLongitudePoint4 { get => Number(33); set => Assign(33, value); }

    /// <summary>Tag 35: Wind Direction, degrees, 0 to 360.</summary>
    public double? WindDirection { get => Number(35); set => Assign(35, value); }

    /// <summary>Tag 36: Wind Speed, metres per second, 0 to 100.</summary>
    public double? WindSpeed { get => Number(36); set => Assign(36, value); }

    /// <summary>Tag 37: Static Pressure, hectopascals, 0 to 5000.</summary>
    public double? StaticPressure { get => Number(37); set => Assign(37, value); }

    /// <summary>Tag 38: Density Altitude, metres, -900 to 19000.</summary>
    public double? DensityAltitude { get => Number(38); set => Assign(38, value); }

    /// <summary>Tag 39: Outside Air Temperature, degrees Celsius, -128 to 127.</summary>
    public double? OutsideAirTemperature { get => Number(39); set => Assign(39, value); }

    /// <summary>Tag 40: Target Location Latitude, degrees, -90 to 90.</summary>
    public double? TargetLocationLatitude { get => Number(40); set => Assign(40, value); }

    /// <summary>Tag 41: Target Location Longitude, degrees, -180 to 180.</summary>
    public double? TargetLocationLongitude { get => Number(41); set => Assign(41, value); }

    /// <summary>Tag 42: Target Location Elevation, metres, -900 to 19000.</summary>
    public double? TargetLocationElevation { get => Number(42); set => Assign(42, value); }

    /// <summary>Tag 43: Target Track Gate Width, pixels, 0 to 510.</summary>
    public double? TargetTrackGateWidth { get => Number(43); set => Assign(43, value); }

    /// <summary>Tag 44: Target Track Gate Height, pixels, 0 to 510.</summary>
    public double? TargetTrackGateHeight { get => Number(44); set => Assign(44, value); }

    /// <summary>Tag 45: Target Error Estimate - CE90, metres, 0 to 4095.</summary>
    public double? TargetErrorEstimateCe90 { get => Number(45); set => Assign(45, value); }

    /// <summary>Tag 46: Target Error Estimate - LE90, metres, 0 to 4095.</summary>
    public double? TargetErrorEstimateLe90 { get => Number(46); set => Assign(46, value); }

    /// <summary>Tag 49: Differential Pressure, hectopascals, 0 to 5000.</summary>
    public double? DifferentialPressure { get => Number(49); set => Assign(49, value); }

    /// <summary>Tag 50: Platform Angle of Attack, degrees, -20 to 20.</summary>
    public double? PlatformAngleOfAttack { get => Number(50); set => Assign(50, value); }

    /// <summary>Tag 51: Platform Vertical Speed, metres per second, -180 to 180.</summary>
    public double? PlatformVerticalSpeed { get => Number(51); set => Assign(51, value); }

    /// <summary>Tag 52: Platform Sideslip Angle, degrees, -20 to 20.</summary>
    public double? PlatformSideslipAngle { get => Number(52); set => Assign(52, value); }

    /// <summary>Tag 53: Airfield Barometric Pressure, hectopascals, 0 to 5000.</summary>
    public double? AirfieldBarometricPressure { get => Number(53); set => Assign(53, value); }

    /// <summary>Tag 54: Airfield Elevation, metres, -900 to 19000.</summary>
    public double? AirfieldElevation { get => Number(54); set => Assign(54, value); }

    /// <summary>Tag 55: Relative Humidity, per cent, 0 to 100.</summary>
    public double? RelativeHumidity { get => Number(55); set => Assign(55, value); }

    /// <summary>Tag 56: Platform Ground Speed, metres per second, 0 to 255.</summary>
    public double? PlatformGroundSpeed { get => Number(56); set => Assign(56, value); }

    /// <summary>Tag 57: Ground Range, metres, 0 to 5000000.</summary>
    public double? GroundRange { get => Number(57); set => Assign(57, value); }

    /// <summary>Tag 58: Platform Fuel Remaining, kilograms, 0 to 10000.</summary>
    public double? PlatformFuelRemaining { get => Number(58); set => Assign(58, value); }
}
