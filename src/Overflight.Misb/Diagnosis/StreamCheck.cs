using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis;

/// <summary>Looks at a stream as it passes and says at its end what is wrong with it. Every method does nothing unless overridden.</summary>
internal abstract class StreamCheck
{
    /// <summary>A KLV packet.</summary>
    public virtual void Packet(ObservedPacket packet)
    {
    }

    /// <summary>Bytes that belong to no packet.</summary>
    public virtual void Damage(KlvProblem problem, long offset, int? pid)
    {
    }

    /// <summary>A PES packet of video.</summary>
    public virtual void Video(in VideoUnit unit)
    {
    }

    /// <summary>A programme, whenever declared anew.</summary>
    public virtual void Program(TsProgram program)
    {
    }

    /// <summary>A clock reference.</summary>
    public virtual void Clock(in TsClock clock)
    {
    }

    /// <summary>A fault of the transport stream.</summary>
    public virtual void Fault(in TsFault fault)
    {
    }

    /// <summary>What was found.</summary>
    public abstract IEnumerable<Finding> Findings();
}
