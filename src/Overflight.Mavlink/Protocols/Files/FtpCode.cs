namespace Overflight.Mavlink.Protocols.Files;

/// <summary>What MAVLink FTP asks and answers; only what is read, never what writes.</summary>
internal enum FtpCode : byte
{
    None = 0,
    TerminateSession = 1,
    ResetSessions = 2,
    ListDirectory = 3,
    OpenFileReadOnly = 4,
    ReadFile = 5,
    Acknowledge = 128,
    Refuse = 129,
}
