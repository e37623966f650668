/** The records of the API under the names that the page calls them by; their shapes are generated from docs/openapi.json (`npm run types`). */

import type { components } from "./openapi";

type Schemas = components["schemas"];

export type Words = Schemas["Words"];
export type Status = Schemas["Status"];
export type Stance = Schemas["Stance"];
export type Precision = Schemas["Precision"];
export type Voice = Schemas["Voice"];
export type Party = Schemas["Party"];
export type Claim = Schemas["Claim"];
export type Meta = Schemas["ReportMeta"];
export type Report = Schemas["Report"];
export type Summary = Schemas["IncidentSummary"];
export type Incident = Schemas["Incident"];
export type Dossier = Schemas["Dossier"];
export type Relation = Schemas["Relation"];
export type Judgement = Schemas["Judgement"];
export type Judged = Schemas["Done"];
export type Facet = Schemas["FacetValue"];
export type Facets = Schemas["Facets"];
/** Of claims as of incidents: how many there are, and how many have each value. */
export type Counts = Pick<Facets, "total" | "facets">;
export type Timeline = Schemas["Timeline"];
export type Points = Schemas["MapColumns"];
export type Session = Schemas["SessionShape"];
export type StoreStatus = Schemas["StatusShape"];
export type VoiceRow = Schemas["VoiceRow"];
export type VoicePage = Schemas["VoiceRecord"];
export type ActorRow = Schemas["ActorRow"];
export type ActorPage = Schemas["ActorRecord"];
export type Counted = Schemas["Counted"];
export type Queued = Schemas["QueueItem"];
export type Agreement = Schemas["Agreement"];
export type Progress = Schemas["Progress"];
export type Codebook = Schemas["Choices"];
export type Found = Schemas["Found"];
export type Run = Schemas["Run"];
export type Reason = Schemas["Reason"];
export type Explained = Schemas["Explained"];

export interface List<T> { items: T[]; next: string | null; total: number | null }
