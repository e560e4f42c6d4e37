using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>Groups of messages that older ground stations ask for together.</summary>
internal static class LegacyStreams
{
    public static void Set(MessageStreams streams, RequestDataStream m)
    {
        TimeSpan? interval = m.StartStop == 0 ? TimeSpan.Zero : m.ReqMessageRate == 0 ? null : TimeSpan.FromSeconds(1.0 / m.ReqMessageRate);
        foreach (var id in IdsOf((MavDataStream)m.ReqStreamId))
            streams.SetInterval(id, interval);
    }

    // The heartbeat is in no group: it is never stopped.
    private static uint[] IdsOf(MavDataStream stream) => stream switch
    {
        MavDataStream.All => [.. IdsOf(MavDataStream.ExtendedStatus), .. IdsOf(MavDataStream.Position), .. IdsOf(MavDataStream.Extra1), .. IdsOf(MavDataStream.Extra2), .. IdsOf(MavDataStream.Extra3)],
        MavDataStream.ExtendedStatus => [SysStatus.Info.Id, GpsRawInt.Info.Id, NavControllerOutput.Info.Id, MissionCurrent.Info.Id],
        MavDataStream.Position => [GlobalPositionInt.Info.Id],
        MavDataStream.Extra1 => [Attitude.Info.Id],
        MavDataStream.Extra2 => [VfrHud.Info.Id],
        MavDataStream.Extra3 => [SystemTime.Info.Id, BatteryStatus.Info.Id],
        _ => [],
    };
}
