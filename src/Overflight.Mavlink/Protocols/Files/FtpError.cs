namespace Overflight.Mavlink.Protocols.Files;

/// <summary>Why MAVLink FTP refuses.</summary>
public enum FtpError
{
    /// <summary>No closer reason.</summary>
    Fail = 1,
    /// <summary>The operating system's reason follows.</summary>
    FailErrno = 2,
    /// <summary>The size of the data cannot be.</summary>
    InvalidDataSize = 3,
    /// <summary>There is no such session.</summary>
    InvalidSession = 4,
    /// <summary>All sessions are taken.</summary>
    NoSessionsAvailable = 5,
    /// <summary>Behind the end of the file or folder.</summary>
    EndOfFile = 6,
    /// <summary>Not one of the requests that are known.</summary>
    UnknownCommand = 7,
    /// <summary>There is such a file already.</summary>
    FileExists = 8,
    /// <summary>The file may not be changed.</summary>
    FileProtected = 9,
    /// <summary>There is no such file.</summary>
    FileNotFound = 10,
}
