namespace Overflight.Misb.Ts;

/// <summary>Reads the packets of one PID: checks that none is missing, and hands the payloads on.</summary>
internal class PidReader(int pid, FaultReporter faults)
{
    private int _counter = -1;
    private bool _wasDuplicate;

    public int Pid { get; } = pid;

    protected FaultReporter Faults { get; } = faults;

    /// <summary>Takes a packet of the PID.</summary>
    public void Accept(in PacketView packet)
    {
        if (packet.Payload.IsEmpty)
        {
            if (packet.IsDiscontinuity)
                _counter = -1;
            return;
        }
        var isLoss = false;
        if (_counter >= 0 && !packet.IsDiscontinuity)
        {
            if (packet.Counter == _counter && !_wasDuplicate && IsRepeat(packet.Payload))
            {
                // A packet may be sent twice, and only twice (2.4.3.3).
                _wasDuplicate = true;
                return;
            }
            if (packet.Counter != (_counter + 1 & 15))
            {
                isLoss = true;
                Faults.Report(TsFaultKind.Continuity, packet.Offset, Pid, "the continuity counter is not the next one");
            }
        }
        (_counter, _wasDuplicate) = (packet.Counter, false);
        if (packet.IsScrambled)
        {
            Faults.Report(TsFaultKind.Scrambled, packet.Offset, Pid, "the payload is scrambled");
            OnLoss();
            return;
        }
        if (isLoss)
            OnLoss();
        Read(packet);
    }

    /// <summary>The stream has ended.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Whether a payload is the last one again.</summary>
    protected virtual bool IsRepeat(ReadOnlySpan<byte> payload) => true;

    /// <summary>Packets before the one that comes next are missing.</summary>
    protected virtual void OnLoss()
    {
    }

    /// <summary>Reads the payload of a packet.</summary>
    protected virtual void Read(in PacketView packet)
    {
    }
}
