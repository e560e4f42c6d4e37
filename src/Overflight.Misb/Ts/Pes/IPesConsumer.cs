namespace Overflight.Misb.Ts;

/// <summary>Reads the PES packets of one elementary stream.</summary>
internal interface IPesConsumer
{
    /// <summary>Takes a packet.</summary>
    void Take(in PesUnit unit);

    /// <summary>The stream has ended, or is not declared any more.</summary>
    void Complete();
}
