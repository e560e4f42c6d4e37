namespace Overflight.Mavlink.Signing;

/// <summary>What became of frames where signing is required. Counts only rise.</summary>
public sealed class SignatureCounts
{
    /// <summary>Let through with a true signature.</summary>
    public long Valid { get; internal set; }

    /// <summary>Let through without a signature, because their message may come so.</summary>
    public long AcceptedUnsigned { get; internal set; }

    /// <summary>Refused: no signature.</summary>
    public long Missing { get; internal set; }

    /// <summary>Refused: not signed with the key.</summary>
    public long Wrong { get; internal set; }

    /// <summary>Refused: the timestamp was used already, or is too old for a first one.</summary>
    public long Replayed { get; internal set; }

    /// <summary>Refused: too many senders.</summary>
    public long TooManyStreams { get; internal set; }

    internal bool Admit(SignatureVerdict verdict, bool mayBeUnsigned)
    {
        switch (verdict)
        {
            case SignatureVerdict.Valid:
                Valid++;
                return true;
            case SignatureVerdict.Missing when mayBeUnsigned:
                AcceptedUnsigned++;
                return true;
            case SignatureVerdict.Missing:
                Missing++;
                return false;
            case SignatureVerdict.Wrong:
                Wrong++;
                return false;
            case SignatureVerdict.TooManyStreams:
                TooManyStreams++;
                return false;
            default:
                Replayed++;
                return false;
        }
    }
}
