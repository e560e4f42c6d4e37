namespace Overflight.Misb.Ts;

/// <summary>Hands on the PES packets of a video stream with the time stamps in them.</summary>
internal sealed class VideoConsumer(TsStreamInfo stream, TsSink sink, FaultReporter faults) : IPesConsumer
{
    private readonly VideoTimeReader _times = new(stream.StreamType, stream.Pid, faults);

    public void Take(in PesUnit unit) => sink.OnVideo(
        new VideoUnit(unit.Context, unit.Payload, unit.Map, unit.Start, _times.Read(unit)) { IsWhole = unit.IntactBytes == unit.Payload.Length && !unit.IsCutShort });

    public void Complete()
    {
    }
}
