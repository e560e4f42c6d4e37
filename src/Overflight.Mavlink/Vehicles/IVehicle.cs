using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;

namespace Overflight.Mavlink.Vehicles;

/// <summary>What flies: a simulator, or an autopilot's own side. It knows nothing of MAVLink but its words.</summary>
/// <remarks>Members are called from the threads of links, one at a time for commands; <see cref="State"/> at any time. None may block.</remarks>
public interface IVehicle
{
    /// <summary>What kind of vehicle it is.</summary>
    MavType Type { get; }

    /// <summary>How it is now.</summary>
    VehicleState State { get; }

    /// <summary>How far its gimbal turns; null: it has none.</summary>
    GimbalLimits? Gimbal { get; }

    /// <summary>Its camera; null: it has none.</summary>
    ICamera? Camera { get; }

    /// <summary>Arms it. The authorisation was given already.</summary>
    VehicleAnswer Arm();

    /// <summary>Disarms it.</summary>
    /// <param name="force">In the air too.</param>
    VehicleAnswer Disarm(bool force);

    /// <summary>Takes off to an altitude, at a place if one is given, or where it is.</summary>
    VehicleAnswer TakeOff(Place target);

    /// <summary>Lands, at a place if one is given (else NaN), or where it is.</summary>
    VehicleAnswer Land(Place at);

    /// <summary>Changes how it flies.</summary>
    VehicleAnswer SetMode(VehicleMode mode);

    /// <summary>Flies to a place and stays there.</summary>
    VehicleAnswer FlyTo(Reposition reposition);

    /// <summary>Circles a place.</summary>
    VehicleAnswer Orbit(OrbitRequest orbit);

    /// <summary>Changes a speed.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="speed">Metres a second; null: back to its own.</param>
    VehicleAnswer ChangeSpeed(SpeedKind kind, double? speed);

    /// <summary>Changes the altitude.</summary>
    /// <param name="altitudeMsl">Metres above mean sea level.</param>
    VehicleAnswer ChangeAltitude(double altitudeMsl);

    /// <summary>Begins the mission, or goes on with it from an item.</summary>
    VehicleAnswer StartMission(int firstItem);

    /// <summary>Makes an item the current one.</summary>
    VehicleAnswer SetCurrentItem(int item);

    /// <summary>Changes home; null: to where it is.</summary>
    VehicleAnswer SetHome(Place? home);

    /// <summary>Points the gimbal.</summary>
    VehicleAnswer PointGimbal(GimbalAim aim);

    /// <summary>Judges a plan, and takes it if it is good. The empty plan: it was cleared.</summary>
    MavMissionResult TakePlan(MavMissionType type, MissionPlan plan);
}
