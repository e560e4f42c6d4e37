namespace Overflight.Misb.Ts;

/// <summary>
/// Takes what a <see cref="TsDemuxer"/> finds, in the order in which it becomes complete. Every method does nothing unless
/// overridden. Spans handed over are good only during the call.
/// </summary>
public abstract class TsSink
{
    /// <summary>A programme was declared, or declared anew.</summary>
    public virtual void OnProgram(TsProgram program)
    {
    }

    /// <summary>A declared programme is not in the association table any more, or its map has moved to another PID.</summary>
    public virtual void OnProgramRemoved(TsProgram program)
    {
    }

    /// <summary>A KLV access unit is there.</summary>
    public virtual void OnKlv(in KlvAccessUnit unit)
    {
    }

    /// <summary>A PES packet of video is there.</summary>
    public virtual void OnVideo(in VideoUnit unit)
    {
    }

    /// <summary>A clock reference of a declared programme is there.</summary>
    public virtual void OnClock(in TsClock clock)
    {
    }

    /// <summary>Something is wrong.</summary>
    public virtual void OnFault(in TsFault fault)
    {
    }

    /// <summary>A whole packet of 188 bytes, before anything is read from it.</summary>
    internal virtual void OnPacket(ReadOnlySpan<byte> packet, int pid, long offset)
    {
    }
}
