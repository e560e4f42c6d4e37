using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Storage;
using Overflight.Tracks;

namespace Overflight.Notices.Telling;

/// <summary>Writes receipts: each is the next version of the notice's document, in a file of its own beside the last one.</summary>
public static class ReceiptWriter
{
    /// <summary>Writes the next version of a notice with a receipt added; no file is ever written over.</summary>
    /// <param name="folder">The folder of documents.</param>
    /// <param name="id">Id of the notice.</param>
    /// <param name="office">The office that confirms it.</param>
    /// <param name="at">When it had it.</param>
    /// <param name="now">The clock's time, which the new version says that it was recorded at.</param>
    /// <returns>The new version and its file.</returns>
    /// <exception cref="InvalidDataException">The notice is not there, not sent, or not to that office; or the time cannot be.</exception>
    /// <exception cref="IOException">It cannot be written, or a file of that name is there.</exception>
    public static (Notice Notice, string File) Write(string folder, string id, string office, UtcInstant at, UtcInstant now)
    {
        var documents = DocumentFolder.Read(folder).Documents;
        var notice = documents.All.OfType<Notice>().Where(n => n.Id == id).MaxBy(n => n.Version) ?? throw new InvalidDataException($"{folder}: there is no notice \"{id}\"");
        var (_, told) = NoticeTelling.RecipientsOf(notice, documents);
        if (told.All(recipient => recipient.Office != office))
            throw new InvalidDataException($"{notice.Citation} did not go to \"{office}\"; it went to {string.Join(", ", told.Select(r => r.Office))}");
        if (notice.Receipts.FirstOrDefault(receipt => receipt.Office == office) is { } earlier)
            throw new InvalidDataException($"{notice.Citation} has a receipt of \"{office}\" already, at {earlier.At}");
        if (at < notice.SentAt || at > now)
            throw new InvalidDataException($"{at} cannot be when \"{office}\" had it: it was sent at {notice.SentAt}, and it is {now} now");
        if (now < notice.RecordedAt)
            throw new InvalidDataException($"{notice.Citation} says that it was recorded at {notice.RecordedAt}, and it is only {now} now: a later version cannot be earlier");
        var next = notice with { Version = notice.Version + 1, RecordedAt = now, Receipts = [.. notice.Receipts, new(office, at)], Sha256 = "" };
        var file = Path.Combine(Path.GetDirectoryName(FileOf(folder, notice))!, string.Create(CultureInfo.InvariantCulture, $"notice.{id}.v{next.Version}.json"));
        DurableFile.WriteNew(file, file + ".part", AuthorityJson.Write(next));
        return ((Notice)DocumentFolder.ReadFile(file), file);
    }

    private static string FileOf(string folder, Notice notice) => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First(file =>
    {
        try
        {
            return DocumentFolder.ReadFile(file) is Notice found && found.Sha256 == notice.Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    });
}
