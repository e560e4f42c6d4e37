using System.CommandLine;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record</c>: a log that nobody has to trust.</summary>
internal static class RecordVerb
{
    public static Command Create() => new("record", "Keep a flight log that nobody has to trust, and verify one (C2SP tlog-tiles, RFC 6962).")
    {
        RecordInitVerb.Create(),
        RecordAppendVerb.Create(),
        RecordCheckpointVerb.Create(),
        RecordShowVerb.Create(),
        RecordProveVerb.Create(),
        RecordVerifyVerb.Create(),
        RecordFsckVerb.Create(),
        RecordKeyVerb.Create(),
        RecordWitnessVerb.Create(),
    };
}
