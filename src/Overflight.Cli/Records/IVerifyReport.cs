using Overflight.Record.Checking;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;
using Overflight.Record.Proofs;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>Says what verifying found, for people or for machines.</summary>
internal interface IVerifyReport : IDisposable
{
    /// <summary>A record was checked from its entries up.</summary>
    void Log(string path, LogReport report);

    /// <summary>The files that the record tells of were looked for in a folder.</summary>
    void Attachments(string folder, IReadOnlyList<CheckedAttachment> found);

    /// <summary>An evidence package was checked.</summary>
    void Package(string path, EvidenceReport report);

    /// <summary>A proof holds.</summary>
    void Proof(string path, ProofBundle proof, ReadOnlyMemory<byte> entry, VerifiedCheckpoint checkpoint);

    /// <summary>A log has only grown since an older checkpoint.</summary>
    void Growth(string path, Checkpoint older, VerifiedCheckpoint checkpoint);

    /// <summary>A checkpoint's signatures hold.</summary>
    void Head(string path, VerifiedCheckpoint checkpoint);

    /// <summary>Something is not as it says.</summary>
    void Refuse(string path, string reason);

    /// <summary>Writes what is left to write; whether all is as it says.</summary>
    bool Finish();
}
