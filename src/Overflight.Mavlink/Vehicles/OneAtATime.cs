using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;

namespace Overflight.Mavlink.Vehicles;

/// <summary>A vehicle whose commands are called one at a time, from whatever threads they come.</summary>
internal sealed class OneAtATime(IVehicle vehicle) : IVehicle
{
    /// <summary>Who holds it is the only one to command the vehicle. It may be held again by its holder.</summary>
    public Lock Gate { get; } = new();

    public MavType Type => vehicle.Type;

    public VehicleState State => vehicle.State;

    public GimbalLimits? Gimbal => vehicle.Gimbal;

    public ICamera? Camera => vehicle.Camera;

    public VehicleAnswer Arm() => Held(vehicle.Arm);

    public VehicleAnswer Disarm(bool force) => Held(() => vehicle.Disarm(force));

    public VehicleAnswer TakeOff(Place target) => Held(() => vehicle.TakeOff(target));

    public VehicleAnswer Land(Place at) => Held(() => vehicle.Land(at));

    public VehicleAnswer SetMode(VehicleMode mode) => Held(() => vehicle.SetMode(mode));

    public VehicleAnswer FlyTo(Reposition reposition) => Held(() => vehicle.FlyTo(reposition));

    public VehicleAnswer Orbit(OrbitRequest orbit) => Held(() => vehicle.Orbit(orbit));

    public VehicleAnswer ChangeSpeed(SpeedKind kind, double? speed) => Held(() => vehicle.ChangeSpeed(kind, speed));

    public VehicleAnswer ChangeAltitude(double altitudeMsl) => Held(() => vehicle.ChangeAltitude(altitudeMsl));

    public VehicleAnswer StartMission(int firstItem) => Held(() => vehicle.StartMission(firstItem));

    public VehicleAnswer SetCurrentItem(int item) => Held(() => vehicle.SetCurrentItem(item));

    public VehicleAnswer SetHome(Place? home) => Held(() => vehicle.SetHome(home));

    public VehicleAnswer PointGimbal(GimbalAim aim) => Held(() => vehicle.PointGimbal(aim));

    public MavMissionResult TakePlan(MavMissionType type, MissionPlan plan) => Held(() => vehicle.TakePlan(type, plan));

    private T Held<T>(Func<T> action)
    {
        lock (Gate)
            return action();
    }
}
