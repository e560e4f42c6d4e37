using Overflight.Misb.Klv;

namespace Overflight.Cli.Video;

/// <summary>Takes the KLV packets of a file, in order.</summary>
internal interface IKlvOutput
{
    /// <summary>A packet.</summary>
    /// <param name="packet">Its bytes, key and all.</param>
    /// <param name="offset">Where its first byte lies in the file.</param>
    /// <param name="pts">Its presentation time, ticks of 90 kHz; null where it has none.</param>
    /// <param name="pid">Its PID; null in bare KLV.</param>
    void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid);

    /// <summary>Bytes that belong to no packet.</summary>
    void Damage(KlvProblem problem, long offset, int? pid);
}
