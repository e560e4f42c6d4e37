using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Vehicles;

/// <summary>Carries commands out on a vehicle.</summary>
internal sealed class VehicleCommands(OneAtATime vehicle, FlightModes modes, ArmGuard guard, Func<CommandRequest, ArmRequest> armRequest, Action<MavSeverity, string> say)
{
    /// <summary>The number by which a disarming in the air is asked for.</summary>
    private const float Force = 21_196;

    /// <summary>Asks for leave to arm, and arms.</summary>
    public async ValueTask<CommandReply> ArmAsync(CommandRequest c, CancellationToken cancellation)
    {
        if (c.Param1 == 0)
            return Tell(vehicle.Disarm(c.Param2 == Force));
        if (c.Param1 != 1)
            return CommandReply.Denied;
        if (vehicle.State.IsArmed)
            return CommandReply.Accepted;
        var asked = armRequest(c);
        var decision = await guard.AskAsync(asked, anew: false, cancellation).ConfigureAwait(false);
        // No plan and no disarming comes between these checks and the arming.
        lock (vehicle.Gate)
        {
            cancellation.ThrowIfCancellationRequested();
            if (decision.IsAllowed && armRequest(c) != asked)
                decision = ArmDecision.Deny(MavArmAuthDeniedReason.Generic, "the mission changed while leave was asked for");
            if (decision.IsAllowed)
            {
                guard.Spend();
                return Tell(vehicle.Arm());
            }
        }
        say(MavSeverity.Warning, $"Arming denied: {decision.Text}");
        return new(MavResult.Denied, Detail: (int)decision.Reason);
    }

    /// <summary>Asks for leave to arm, and keeps it.</summary>
    public async ValueTask<CommandReply> AuthoriseAsync(CommandRequest c, CancellationToken cancellation)
    {
        var decision = await guard.AskAsync(armRequest(c), anew: true, cancellation).ConfigureAwait(false);
        if (!decision.IsAllowed)
            say(MavSeverity.Warning, $"Arming denied: {decision.Text}");
        return ArmAuthoriser.ToReply(decision);
    }

    /// <summary>Carries out what moves the vehicle; null: it is another command.</summary>
    public CommandReply? Move(CommandRequest c) => c.Command switch
    {
        MavCmd.NavTakeoff or MavCmd.NavVtolTakeoff => At(c, vehicle.TakeOff),
        MavCmd.NavLand or MavCmd.NavVtolLand => At(c, vehicle.Land),
        MavCmd.NavReturnToLaunch => Tell(vehicle.SetMode(VehicleMode.Return)),
        MavCmd.NavLoiterUnlim => Tell(vehicle.SetMode(VehicleMode.Hold)),
        MavCmd.DoPauseContinue => Tell(vehicle.SetMode(c.Param1 == 0 ? VehicleMode.Hold : VehicleMode.Mission)),
        MavCmd.DoSetMode => SetMode(c),
        MavCmd.DoReposition => At(c, place => vehicle.FlyTo(new(place, Given(c.Param1, above: 0), Given(c.Param3), float.IsNaN(c.Param4) ? null : Units.Degrees(c.Param4)))),
        MavCmd.DoOrbit => At(c, place => vehicle.Orbit(new(place, Given(c.Param1), Given(c.Param2, above: 0),
            c.Param3 is >= 0 and <= 5 ? (OrbitYawBehaviour)(byte)c.Param3 : OrbitYawBehaviour.Unchanged, c.Param4 > 0 ? c.Param4 / (2 * Math.PI) : null))),
        MavCmd.DoChangeSpeed => ChangeSpeed(c),
        MavCmd.DoChangeAltitude => PlaceOf(c with { X = double.NaN, Y = double.NaN, Z = c.Param1, Frame = (MavFrame)(byte)c.Param2 }) is { AltitudeMsl: var altitude } && !double.IsNaN(altitude)
            ? Tell(vehicle.ChangeAltitude(altitude)) : new(MavResult.CommandUnsupportedMavFrame),
        MavCmd.MissionStart => Numbered(c.Param1, vehicle.StartMission),
        MavCmd.DoSetMissionCurrent => Numbered(c.Param1, vehicle.SetCurrentItem),
        MavCmd.DoSetHome => c.Param1 == 1 ? Tell(vehicle.SetHome(null)) : At(c, place => vehicle.SetHome(place)),
        _ => null,
    };

    /// <summary>The place of a command; null: its frame is not one that can be used.</summary>
    public Place? PlaceOf(CommandRequest c)
    {
        // 0, 0 is what senders write who have no place to tell.
        var (latitude, longitude) = c is { X: 0, Y: 0 } ? (double.NaN, double.NaN) : (c.X, c.Y);
        if (latitude is < -90 or > 90 || longitude is < -180 or > 180)
            return null;
        return c.Frame switch
        {
            MavFrame.Global or MavFrame.GlobalInt => new(latitude, longitude, c.Z),
            MavFrame.GlobalRelativeAlt or MavFrame.GlobalRelativeAltInt => new(latitude, longitude, c.Z + (vehicle.State.Home?.AltitudeMsl ?? double.NaN)),
            _ => null,
        };
    }

    /// <summary>The answer on the link; its text goes to people.</summary>
    public CommandReply Tell(VehicleAnswer answer)
    {
        if (answer.Text is { } text)
            say(answer.Result == MavResult.Accepted ? MavSeverity.Info : MavSeverity.Warning, text);
        return new(answer.Result);
    }

    /// <summary>Changes the mode as a code says.</summary>
    public CommandReply SetMode(VehicleMode mode) => mode == VehicleMode.Other ? CommandReply.Denied : Tell(vehicle.SetMode(mode));

    private CommandReply SetMode(CommandRequest c) =>
        c.Param1 is >= 0 and <= 255 && ((MavModeFlag)(byte)c.Param1 & MavModeFlag.CustomModeEnabled) != 0 ? SetMode(modes.ModeOfCommand(c.Param2, c.Param3)) : CommandReply.Denied;

    private CommandReply ChangeSpeed(CommandRequest c) => c.Param1 switch
    {
        not (>= 0 and <= 3) => CommandReply.Denied,
        _ when c.Param2 == -1 => CommandReply.Accepted,
        _ when c.Param2 == -2 => Tell(vehicle.ChangeSpeed((SpeedKind)(int)c.Param1, null)),
        _ => c.Param2 > 0 ? Tell(vehicle.ChangeSpeed((SpeedKind)(int)c.Param1, c.Param2)) : CommandReply.Denied,
    };

    private CommandReply At(CommandRequest c, Func<Place, VehicleAnswer> action) =>
        PlaceOf(c) is { } place ? Tell(action(place)) : Coordinates.IsGlobal(c.Frame) ? CommandReply.Denied : new(MavResult.CommandUnsupportedMavFrame);

    private CommandReply Numbered(float number, Func<int, VehicleAnswer> action) =>
        number is >= 0 and <= ushort.MaxValue ? Tell(action((int)number)) : CommandReply.Denied;

    private static double? Given(float value, float above = float.NegativeInfinity) => float.IsNaN(value) || value <= above ? null : value;
}
