using System.CommandLine;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record</c>: a log that nobody has to trust.</summary>
internal static class RecordVerb
{
    public static Command Create() => new("record", "Keep a flight log that nobody has to trust, and verify one (C2SP tlog-tiles, RFC 6962).")
    {
        RecordInitVerb.Create(),
        RecordAppendVerb.Create(),
        RecordSealVerb.Create(),
        RecordAttachVerb.Create(),
        RecordCheckpointVerb.Create(),
        RecordShowVerb.Create(),
        RecordRevealVerb.Create(),
        RecordProveVerb.Create(),
        RecordVerifyVerb.Create(),
        RecordFsckVerb.Create(),
        RecordPackageVerb.Create(),
        RecordOpenVerb.Create(),
        RecordApproveVerb.Create(),
        RecordTombstoneVerb.Create(),
        RecordHoldVerb.Create(),
        RecordHoldVerb.CreateRelease(),
        RecordVaultVerb.Create(),
        RecordKeyVerb.Create(),
        RecordWitnessVerb.Create(),
    };
}
