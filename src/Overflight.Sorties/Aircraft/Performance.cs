using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Aircraft;

/// <summary>
/// What a type can do in given air: drag, power, fuel and speeds, from its figures. Steady flight with the parabolic polar
/// (Anderson, Aircraft Performance and Design, 1999, chapter 5). All angles radians, speeds true.
/// </summary>
public sealed class Performance
{
    private const double G = StandardAtmosphere.Gravity;

    /// <summary>Speed over the stall that is kept, in the turn as flown. Generic: 14 CFR 23 and its kin hold 1.3 for approaches; long-endurance types loiter nearer.</summary>
    public const double StallMargin = 1.1;

    private readonly double _area;
    private readonly double _zeroLift;
    private readonly double _induced;
    private readonly double _greatestLift;
    private readonly double _electric;
    private readonly double _flatRatio;
    private readonly double _lapse;
    private readonly double _idle;
    private readonly double _rated;
    private readonly double _efficiency;
    private readonly double _fuelPerJoule;
    private readonly double _fuelPerNewtonSecond;
    private readonly double _thrustPerWatt;
    private readonly double _staticThrustSpeed;
    private readonly double _liftSlope;

    /// <summary>Reads a type's figures.</summary>
    public Performance(AircraftType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type = type;
        _area = type.Aerodynamics.WingAreaSquareMetres.Value;
        _zeroLift = type.Aerodynamics.ZeroLiftDragCoefficient.Value;
        _induced = type.Aerodynamics.InducedDragFactor.Value;
        _greatestLift = type.Aerodynamics.MaximumLiftCoefficient.Value;
        _electric = type.Propulsion.ElectricLoadWatts.Value;
        _flatRatio = type.Propulsion.FlatRatedToDensityRatio.Value;
        _lapse = type.Propulsion.LapseExponent.Value;
        _idle = type.Propulsion.IdleFuelFraction.Value;
        var span = type.Aerodynamics.SpanMetres.Value;
        var aspect = span * span / _area;
        _liftSlope = 2 * Math.PI * aspect / (aspect + 2);
        if (type.Propulsion is PropellerPropulsion propeller)
        {
            _rated = propeller.RatedPowerWatts.Value;
            _efficiency = propeller.PropellerEfficiency.Value;
            _fuelPerJoule = propeller.FuelKilogramsPerKilowattHour.Value / 3.6e6;
            _staticThrustSpeed = 0.7 * StallSpeed(type.Masses.MaximumTakeOffKilograms.Value, StandardAtmosphere.SeaLevelDensity, 1);
        }
        else
        {
            var jet = (JetPropulsion)type.Propulsion;
            IsJet = true;
            _rated = jet.RatedThrustNewtons.Value;
            _efficiency = 1;
            _fuelPerNewtonSecond = jet.FuelKilogramsPerNewtonHour.Value / 3600;
            _thrustPerWatt = jet.ThrustEquivalentNewtonsPerWatt.Value;
        }
        BankRadians = double.DegreesToRadians(type.Limits.BankDegrees.Value);
        RollRadiansPerSecond = double.DegreesToRadians(type.Limits.RollDegreesPerSecond.Value);
        MaximumSpeed = type.Limits.MaximumTrueAirspeedMetresPerSecond.Value;
    }

    /// <summary>The type.</summary>
    public AircraftType Type { get; }

    /// <summary>Whether thrust, not power, is what the engine is rated by.</summary>
    public bool IsJet { get; }

    /// <summary>Greatest bank.</summary>
    public double BankRadians { get; }

    /// <summary>Rate of roll.</summary>
    public double RollRadiansPerSecond { get; }

    /// <summary>Greatest true airspeed, m/s.</summary>
    public double MaximumSpeed { get; }

    /// <summary>Drag in newtons.</summary>
    /// <param name="speed">True airspeed, m/s.</param>
    /// <param name="density">kg/m³.</param>
    /// <param name="liftNewtons">The lift carried.</param>
    /// <param name="extraDragCoefficient">Drag of gear and spoilers.</param>
    public double Drag(double speed, double density, double liftNewtons, double extraDragCoefficient = 0)
    {
        var q = 0.5 * density * speed * speed * _area;
        return q * (_zeroLift + extraDragCoefficient) + _induced * liftNewtons * liftNewtons / q;
    }

    /// <summary>Greatest thrust in newtons at a speed.</summary>
    public double GreatestThrust(double speed, double densityRatio)
    {
        var lapse = Math.Pow(Math.Min(1, densityRatio / _flatRatio), _lapse);
        return IsJet
            ? Math.Max(0, _rated * lapse - _thrustPerWatt * _electric)
            : Math.Max(0, _efficiency * (_rated * lapse - _electric) / Math.Max(speed, _staticThrustSpeed));
    }

    /// <summary>Fuel flow in kg/s for a thrust at a speed.</summary>
    public double FuelFlow(double thrust, double speed)
    {
        var (flow, idle) = IsJet
            ? (_fuelPerNewtonSecond * (thrust + _thrustPerWatt * _electric), _fuelPerNewtonSecond * _rated * _idle)
            : (_fuelPerJoule * (thrust * Math.Max(speed, _staticThrustSpeed) / _efficiency + _electric), _fuelPerJoule * _rated * _idle);
        return Math.Max(flow, idle);
    }

    /// <summary>Stall speed, m/s, at a load factor.</summary>
    public double StallSpeed(double mass, double density, double loadFactor) =>
        Math.Sqrt(2 * loadFactor * mass * G / (density * _area * _greatestLift));

    /// <summary>Speed of least drag, m/s, level.</summary>
    public double LeastDragSpeed(double mass, double density) =>
        Math.Sqrt(2 * mass * G / (density * _area) * Math.Sqrt(_induced / _zeroLift));

    /// <summary>Loiter: a factor times the speed of least power (propeller: 3^−¼ of least drag) or least drag (jet), clear of the stall.</summary>
    public double LoiterSpeed(double mass, double density)
    {
        var least = LeastDragSpeed(mass, density) * (IsJet ? 1 : 0.7598356856515925);
        return Math.Min(MaximumSpeed, Math.Max(least * Type.Speeds.LoiterFactor.Value, SlowestSpeed(mass, density)));
    }

    /// <summary>The speed that carries farthest on the fuel in still air: least drag (propeller), 3^¼ times that (jet).</summary>
    public double FarthestSpeed(double mass, double density) => Math.Min(
        MaximumSpeed, Math.Max(SlowestSpeed(mass, density), LeastDragSpeed(mass, density) * (IsJet ? 1.3160740129524924 : 1)));

    /// <summary>The slowest speed that is flown: clear of the stall, with a little bank in hand.</summary>
    public double SlowestSpeed(double mass, double density) => StallMargin * 1.02 * StallSpeed(mass, density, 1);

    /// <summary>Greatest bank at a speed: the type's, or less so that the stall stays its margin away.</summary>
    public double GreatestBank(double speed, double mass, double density)
    {
        var ratio = speed / (StallMargin * StallSpeed(mass, density, 1));
        var load = ratio * ratio;
        // However slow, it must be able to turn.
        return load <= 1.00383 ? 0.0873 : Math.Min(BankRadians, Math.Acos(1 / load));
    }

    /// <summary>Fuel flow in kg/s in steady level flight, and whether the engine can hold it.</summary>
    public (double KilogramsPerSecond, bool Holds) LevelFuelFlow(double speed, double mass, AirState air)
    {
        var drag = Drag(speed, air.DensityKilogramsPerCubicMetre, mass * G);
        return (FuelFlow(drag, speed), drag <= GreatestThrust(speed, air.DensityRatio));
    }

    /// <summary>Angle of attack for a lift, radians. Generic: lifting-line slope, zero lift at −4°.</summary>
    public double AngleOfAttack(double speed, double density, double liftNewtons) =>
        liftNewtons / (0.5 * density * speed * speed * _area) / _liftSlope - 0.0698;
}
