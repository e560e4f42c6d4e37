using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Flight;

/// <summary>
/// A point mass on the ellipsoid: m V' = T − D − m g sin γ − m Ẇ·v̂ along the path, coordinated turns ψ' = g tan φ / V with the
/// bank rolled at a limited rate, fuel burnt for thrust (Stevens, Lewis, Johnson, Aircraft Control and Simulation, 2015,
/// chapters 1–2, without the short modes). Midpoint rule in place; what is asked is held over the step. Holds no state.
/// </summary>
public sealed class FlightModel
{
    private const double G = StandardAtmosphere.Gravity;

    /// <summary>Time constant by which speed is brought to what is asked, seconds.</summary>
    private const double SpeedSeconds = 6;

    /// <summary>Greatest acceleration asked along the path, m/s².</summary>
    private const double GreatestAcceleration = 1;

    /// <summary>Greatest load, above one, by which the path is bent up or down.</summary>
    private const double PathLoad = 0.2;

    private readonly double _dryMass;

    /// <summary>Makes a model.</summary>
    /// <param name="performance">The type.</param>
    /// <param name="air">The atmosphere.</param>
    /// <param name="sensorKilograms">Mass of sensors carried.</param>
    public FlightModel(Performance performance, AirColumn air, double sensorKilograms)
    {
        ArgumentNullException.ThrowIfNull(performance);
        ArgumentNullException.ThrowIfNull(air);
        Performance = performance;
        Air = air;
        _dryMass = performance.Type.Masses.EmptyKilograms.Value + sensorKilograms;
    }

    /// <summary>The type's performance.</summary>
    public Performance Performance { get; }

    /// <summary>The atmosphere.</summary>
    public AirColumn Air { get; }

    /// <summary>Mass of all, kg.</summary>
    public double Mass(in FlightState state) => _dryMass + state.Fuel;

    /// <summary>Advances a state by one step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="demand">What the autopilot asks.</param>
    /// <param name="wind">Wind over the step, gusts included.</param>
    /// <param name="seconds">The step.</param>
    public void Step(ref FlightState state, in FlightDemand demand, Wind wind, double seconds)
    {
        switch (state.Phase)
        {
            case FlightPhase.Parked:
                state.Wind = wind;
                state.FuelFlow = state.Thrust = 0;
                break;
            case FlightPhase.Airborne:
                Fly(ref state, demand, wind, seconds);
                break;
            default:
                Roll(ref state, wind, seconds);
                break;
        }
    }

    private void Fly(ref FlightState state, in FlightDemand demand, Wind wind, double seconds)
    {
        var air = Air.At(state.Height);
        var density = air.DensityKilogramsPerCubicMetre;
        var mass = _dryMass + state.Fuel;
        var speed = state.Speed;

        var bankLimit = Performance.GreatestBank(speed, mass, density);
        var bankBefore = state.Bank;
        var bankStep = Performance.RollRadiansPerSecond * seconds;
        state.Bank += Math.Clamp(Math.Clamp(demand.BankRadians, -bankLimit, bankLimit) - state.Bank, -bankStep, bankStep);
        var bank = 0.5 * (bankBefore + state.Bank);

        var (sinPath, cosPath) = Math.SinCos(state.PathAngle);
        var (sinHeading, cosHeading) = Math.SinCos(state.Heading);
        var lift = mass * G * cosPath / Math.Cos(bank);
        var drag = Performance.Drag(speed, density, lift, demand.DragDevices ? 0.05 : 0);
        var greatest = state.Fuel > 0 ? Performance.GreatestThrust(speed, air.DensityRatio) : 0;

        // Air that speeds up along the path takes airspeed away.
        var windRate = ((wind.EastMetresPerSecond - state.Wind.EastMetresPerSecond) * sinHeading * cosPath
            + (wind.NorthMetresPerSecond - state.Wind.NorthMetresPerSecond) * cosHeading * cosPath
            + (wind.UpMetresPerSecond - state.Wind.UpMetresPerSecond) * sinPath) / seconds;

        // Level flight comes before speed, speed before climb, and the stall before all.
        var slowest = Performance.SlowestSpeed(mass, density);
        var wanted = Math.Clamp(demand.SpeedMetresPerSecond, slowest, Math.Max(slowest, Performance.MaximumSpeed));
        var acceleration = Math.Clamp((wanted - speed) / SpeedSeconds, -GreatestAcceleration, GreatestAcceleration);
        var limits = Performance.Type.Limits;
        var climb = Math.Clamp(demand.VerticalSpeedMetresPerSecond, -limits.DescentMetresPerSecond.Value, limits.ClimbMetresPerSecond.Value) - wind.UpMetresPerSecond;
        var excess = (greatest - drag) / mass - windRate;
        if (speed < slowest)
            climb = Math.Min(climb, (excess - acceleration) * speed / G);
        else if (climb > 0)
            climb = Math.Min(climb, Math.Max(0, (excess - Math.Max(acceleration, 0)) * speed / G));
        climb = Math.Max(climb, (-drag / mass - windRate - acceleration) * speed / G);
        var bend = PathLoad * G / speed * seconds;
        var path = state.PathAngle + Math.Clamp(Math.Asin(Math.Clamp(climb / speed, -0.5, 0.5)) - state.PathAngle, -bend, bend);
        var midPath = 0.5 * (path + state.PathAngle);
        var (sinMid, cosMid) = Math.SinCos(midPath);

        var thrust = Math.Clamp(drag + mass * (acceleration + G * sinMid + windRate), 0, greatest);
        var newSpeed = Math.Max(1, speed + seconds * ((thrust - drag) / mass - G * sinMid - windRate));
        var midSpeed = 0.5 * (speed + newSpeed);
        var flow = state.Fuel > 0 ? Performance.FuelFlow(thrust, speed) : 0;

        // Wings level it follows a geodesic: meridians converge under it.
        var (sinLatitude, cosLatitude) = Math.SinCos(state.Latitude);
        var undershoot = 1 - Wgs84.EccentricitySquared * sinLatitude * sinLatitude;
        var normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(undershoot);
        var turn = G * Math.Tan(bank) / midSpeed;
        var east = speed * cosPath * sinHeading + wind.EastMetresPerSecond;
        var north = speed * cosPath * cosHeading + wind.NorthMetresPerSecond;
        var midLatitude = state.Latitude + 0.5 * seconds * north / (normal * (1 - Wgs84.EccentricitySquared) / undershoot + state.Height);
        var (sinMidLatitude, cosMidLatitude) = Math.SinCos(midLatitude);
        undershoot = 1 - Wgs84.EccentricitySquared * sinMidLatitude * sinMidLatitude;
        normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(undershoot);
        var meridian = normal * (1 - Wgs84.EccentricitySquared) / undershoot;
        var height = state.Height + 0.5 * seconds * (midSpeed * sinMid + wind.UpMetresPerSecond);
        var midHeading = state.Heading + 0.5 * seconds * (turn + Convergence(east, sinLatitude / cosLatitude, normal + height, wind, sinHeading, cosHeading, speed * cosPath));
        (sinHeading, cosHeading) = Math.SinCos(midHeading);
        east = midSpeed * cosMid * sinHeading + wind.EastMetresPerSecond;
        north = midSpeed * cosMid * cosHeading + wind.NorthMetresPerSecond;

        state.Latitude += seconds * north / (meridian + height);
        state.Longitude = Wrap(state.Longitude + seconds * east / ((normal + height) * cosMidLatitude));
        state.Height += seconds * (midSpeed * sinMid + wind.UpMetresPerSecond);
        state.Heading = Turned(state.Heading + seconds * (turn + Convergence(east, sinMidLatitude / cosMidLatitude, normal + height, wind, sinHeading, cosHeading, midSpeed * cosMid)));
        state.Speed = newSpeed;
        state.PathAngle = path;
        state.Thrust = thrust;
        state.FuelFlow = flow;
        state.Fuel = Math.Max(0, state.Fuel - flow * seconds);
        state.Wind = wind;
    }

    /// <summary>
    /// Turn of the heading by which the track over the ground, wind and all, keeps to a geodesic while wings are level and the
    /// wind's components in the local frame are constant: the track turns by tan φ vE / N, and d(track)/d(heading) = V (V + W·v̂)/Vg².
    /// </summary>
    private static double Convergence(double east, double tangent, double radius, Wind wind, double sinHeading, double cosHeading, double speed)
    {
        var along = speed + wind.EastMetresPerSecond * sinHeading + wind.NorthMetresPerSecond * cosHeading;
        var north = speed * cosHeading + wind.NorthMetresPerSecond;
        var ground = east * east + north * north;
        var rate = east * tangent / radius;
        return along > 0.2 * speed ? rate * ground / (speed * along) : rate;
    }

    /// <summary>Take-off and landing runs, simplified: no side wind, friction 0.03, brakes at 2 m/s².</summary>
    private void Roll(ref FlightState state, Wind wind, double seconds)
    {
        var air = Air.At(state.Height);
        var mass = _dryMass + state.Fuel;
        var before = state.Speed;
        if (state.Phase == FlightPhase.TakeOffRoll)
        {
            state.Thrust = state.Fuel > 0 ? Performance.GreatestThrust(before, air.DensityRatio) : 0;
            var drag = before > 1 ? Performance.Drag(before, air.DensityKilogramsPerCubicMetre, 0) : 0;
            state.Speed = Math.Max(0, before + seconds * Math.Min(GroundAcceleration, (state.Thrust - drag) / mass - 0.03 * G));
            state.FuelFlow = state.Fuel > 0 ? Performance.FuelFlow(state.Thrust, before) : 0;
        }
        else
        {
            state.Thrust = 0;
            state.Speed = Math.Max(0, before - 2 * seconds);
            state.FuelFlow = state.Fuel > 0 ? Performance.FuelFlow(0, before) : 0;
        }
        var (sin, cos) = Math.SinCos(state.Heading);
        var metres = 0.5 * (before + state.Speed) * seconds;
        state.Latitude += metres * cos / Wgs84.MeanRadiusMetres;
        state.Longitude = Wrap(state.Longitude + metres * sin / (Wgs84.MeanRadiusMetres * Math.Cos(state.Latitude)));
        state.Fuel = Math.Max(0, state.Fuel - state.FuelFlow * seconds);
        state.Bank = state.PathAngle = 0;
        state.Wind = wind;
        if (state.Phase == FlightPhase.RollOut && state.Speed == 0)
            state.Phase = FlightPhase.Parked;
        else if (state.Phase == FlightPhase.TakeOffRoll && state.Speed >= LiftOffSpeed(state))
            state.Phase = FlightPhase.Airborne;
    }

    /// <summary>Speed at which it lifts off: 1.2 times the stall.</summary>
    public double LiftOffSpeed(in FlightState state) =>
        1.2 * Performance.StallSpeed(_dryMass + state.Fuel, Air.At(state.Height).DensityKilogramsPerCubicMetre, 1);

    private const double GroundAcceleration = 4;

    private static double Wrap(double longitude) =>
        longitude >= Math.PI ? longitude - 2 * Math.PI : longitude < -Math.PI ? longitude + 2 * Math.PI : longitude;

    private static double Turned(double heading)
    {
        heading %= 2 * Math.PI;
        return heading < 0 ? heading + 2 * Math.PI : heading;
    }
}
